namespace OpenAIImages;

/// <summary>How much planning goes into an image before it is drawn; independent of its quality.</summary>
/// <remarks>
/// Known values are static properties; any other is accepted as it stands, so that one newer than this package can be
/// used on the day it appears. Compared ordinally. The default value is empty and must not be sent.
/// Known to be taken by the <c>gpt-image-2.6</c> models.
/// </remarks>
public readonly record struct ImageComplexity
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>low</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageComplexity(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>low</c>.</summary>
    public static ImageComplexity Low => new("low");

    /// <summary>Gets <c>medium</c>.</summary>
    public static ImageComplexity Medium => new("medium");

    /// <summary>Gets <c>high</c>, publicly reported as the default.</summary>
    public static ImageComplexity High => new("high");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageComplexity(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}

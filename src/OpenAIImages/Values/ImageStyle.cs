namespace OpenAIImages;

/// <summary>The style of a <c>dall-e-3</c> image.</summary>
/// <remarks>
/// Known values are static properties; any other is accepted as it stands, so that one newer than this package can be
/// used on the day it appears. Compared ordinally. The default value is empty and must not be sent.
/// Deprecated at OpenAI, where <c>dall-e-3</c> is shut down; compatible servers still take it.
/// </remarks>
public readonly record struct ImageStyle
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>vivid</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageStyle(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>vivid</c>: dramatic, hyper-real.</summary>
    public static ImageStyle Vivid => new("vivid");

    /// <summary>Gets <c>natural</c>.</summary>
    public static ImageStyle Natural => new("natural");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageStyle(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}

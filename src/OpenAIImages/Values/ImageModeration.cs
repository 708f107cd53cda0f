namespace OpenAIImages;

/// <summary>How strictly the service filters what is asked for.</summary>
/// <remarks>
/// Known values are static properties; any other is accepted as it stands, so that one newer than this package can be
/// used on the day it appears. Compared ordinally. The default value is empty and must not be sent.
/// </remarks>
public readonly record struct ImageModeration
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>low</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageModeration(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>auto</c>, the usual filter. The service's default.</summary>
    public static ImageModeration Auto => new("auto");

    /// <summary>Gets <c>low</c>, a looser filter. It is not off.</summary>
    public static ImageModeration Low => new("low");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageModeration(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}

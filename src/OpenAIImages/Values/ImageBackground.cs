namespace OpenAIImages;

/// <summary>What lies behind the subject of an image.</summary>
/// <remarks>
/// Known values are static properties; any other is accepted as it stands, so that one newer than this package can be
/// used on the day it appears. Compared ordinally. The default value is empty and must not be sent.
/// </remarks>
public readonly record struct ImageBackground
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>transparent</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageBackground(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>auto</c>: the service chooses. Its own default.</summary>
    public static ImageBackground Auto => new("auto");

    /// <summary>Gets <c>transparent</c>. Needs PNG or WebP; not every model has it.</summary>
    public static ImageBackground Transparent => new("transparent");

    /// <summary>Gets <c>opaque</c>.</summary>
    public static ImageBackground Opaque => new("opaque");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageBackground(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}

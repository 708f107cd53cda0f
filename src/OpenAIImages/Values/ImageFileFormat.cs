namespace OpenAIImages;

/// <summary>The file format that the service writes an image in.</summary>
/// <remarks>
/// Known values are static properties; any other is accepted as it stands, so that one newer than this package can be
/// used on the day it appears. Compared ordinally. The default value is empty and must not be sent.
/// </remarks>
public readonly record struct ImageFileFormat
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>png</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageFileFormat(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>png</c>, without loss. The service's default.</summary>
    public static ImageFileFormat Png => new("png");

    /// <summary>Gets <c>jpeg</c>: small, and always opaque.</summary>
    public static ImageFileFormat Jpeg => new("jpeg");

    /// <summary>Gets <c>webp</c>: small, with transparency.</summary>
    public static ImageFileFormat WebP => new("webp");

    /// <summary>Gets <c>gif</c>, an animation. Only some models, and only for projects that have access.</summary>
    public static ImageFileFormat Gif => new("gif");

    /// <summary>Gets <c>svg</c>, a vector drawing. Only some models, and only for projects that have access.</summary>
    public static ImageFileFormat Svg => new("svg");

    /// <summary>Takes a value as the service spells it.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static implicit operator ImageFileFormat(string name) => new(name);

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The file format of an image from the service.</summary>
/// <remarks>
/// Known values are static properties; any other value is accepted, too, so you can use a value newer than this package
/// on the day it appears. The comparison is ordinal. The default value is empty and counts as not given.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageFileFormat>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageFileFormat>))]
public readonly record struct ImageFileFormat : IImageValue<ImageFileFormat>
#if NET
    , ISpanParsable<ImageFileFormat>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>png</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageFileFormat(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>png</c>, without loss. It is the service's default.</summary>
    public static ImageFileFormat Png => new("png");

    /// <summary>Gets <c>jpeg</c>: small, and always opaque.</summary>
    public static ImageFileFormat Jpeg => new("jpeg");

    /// <summary>Gets <c>webp</c>: small, with transparency.</summary>
    public static ImageFileFormat WebP => new("webp");

    /// <summary>Gets <c>gif</c>, an animation. Only some models make it, and only for projects that have
    /// access.</summary>
    public static ImageFileFormat Gif => new("gif");

    /// <summary>Gets <c>svg</c>, a vector drawing. Only some models make it, and only for projects that have
    /// access.</summary>
    public static ImageFileFormat Svg => new("svg");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageFileFormat(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageFileFormat Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageFileFormat), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageFileFormat value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageFileFormat>.TryRead(string? text, out ImageFileFormat value) => TryParse(text, out value);

#if NET
    static ImageFileFormat IParsable<ImageFileFormat>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageFileFormat ISpanParsable<ImageFileFormat>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageFileFormat>.TryParse(string? s, IFormatProvider? provider, out ImageFileFormat result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageFileFormat>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageFileFormat result)
        => TryParse(s.ToString(), out result);
#endif
}

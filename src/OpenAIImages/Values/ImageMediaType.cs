using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OpenAIImages.Formats;

namespace OpenAIImages;

/// <summary>The media type of an image file, found from its first bytes and not from the service's headers.</summary>
/// <remarks>A media type is in lower case. The comparison is ordinal. The default value is
/// <see cref="Unknown"/>.</remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageMediaType>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageMediaType>))]
public readonly record struct ImageMediaType : IImageValue<ImageMediaType>
#if NET
    , ISpanParsable<ImageMediaType>
#endif
{
    private const string UnknownName = "application/octet-stream";

    private readonly string? _name;

    /// <summary>Makes a media type from its name.</summary>
    /// <param name="name">The name, for example <c>image/png</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageMediaType(string name)
        // The unknown type has one representation, so that it equals the default value.
        => _name = Guard.NotBlank(name) == UnknownName ? null : name;

    /// <summary>Gets <c>application/octet-stream</c>: a file of another type than those below.</summary>
    public static ImageMediaType Unknown => default;

    /// <summary>Gets <c>image/png</c>.</summary>
    public static ImageMediaType Png => new("image/png");

    /// <summary>Gets <c>image/jpeg</c>.</summary>
    public static ImageMediaType Jpeg => new("image/jpeg");

    /// <summary>Gets <c>image/webp</c>.</summary>
    public static ImageMediaType WebP => new("image/webp");

    /// <summary>Gets <c>image/gif</c>.</summary>
    public static ImageMediaType Gif => new("image/gif");

    /// <summary>Gets <c>image/avif</c>.</summary>
    public static ImageMediaType Avif => new("image/avif");

    /// <summary>Gets <c>image/heif</c>.</summary>
    public static ImageMediaType Heif => new("image/heif");

    /// <summary>Gets <c>image/svg+xml</c>. Treat such files as untrusted: they may hold scripts and links.</summary>
    public static ImageMediaType Svg => new("image/svg+xml");

    /// <summary>Gets the usual extension of file names, with its dot; <c>.bin</c> for an unknown type.</summary>
    public string FileExtension => ToString() switch
    {
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/webp" => ".webp",
        "image/gif" => ".gif",
        "image/avif" => ".avif",
        "image/heif" => ".heif",
        "image/svg+xml" => ".svg",
        _ => ".bin",
    };

    /// <summary>Finds the media type of a file.</summary>
    /// <param name="bytes">The first bytes of the file. 16 bytes are enough for every type except SVG, which may need a
    /// few hundred.</param>
    /// <returns>The media type; <see cref="Unknown"/> when none fits.</returns>
    public static ImageMediaType Detect(ReadOnlySpan<byte> bytes) => ImageSignatures.Match(bytes);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageMediaType Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageMediaType), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageMediaType value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name of the media type.</summary>
    /// <returns>For example <c>image/png</c>.</returns>
    public override string ToString() => _name ?? UnknownName;

    bool IImageValue<ImageMediaType>.TryRead(string? text, out ImageMediaType value) => TryParse(text, out value);

#if NET
    static ImageMediaType IParsable<ImageMediaType>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageMediaType ISpanParsable<ImageMediaType>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageMediaType>.TryParse(string? s, IFormatProvider? provider, out ImageMediaType result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageMediaType>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageMediaType result)
        => TryParse(s.ToString(), out result);
#endif
}

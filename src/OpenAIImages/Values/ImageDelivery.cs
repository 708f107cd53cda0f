using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The form in which an image comes back: in the reply, or as a link (<c>response_format</c> on the
/// wire).</summary>
/// <remarks>
/// Known values are static properties; any other value is accepted, too, so you can use a value newer than this package
/// on the day it appears. The comparison is ordinal. The default value is empty and counts as not given. GPT image
/// models always put the image into the reply and refuse this field. The field is for compatible servers.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageDelivery>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageDelivery>))]
public readonly record struct ImageDelivery : IImageValue<ImageDelivery>
#if NET
    , ISpanParsable<ImageDelivery>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>b64_json</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageDelivery(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>b64_json</c>: the image is in the reply.</summary>
    public static ImageDelivery Inline => new("b64_json");

    /// <summary>Gets <c>url</c>: the reply holds a link, which is usually valid for an hour.</summary>
    public static ImageDelivery Link => new("url");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageDelivery(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageDelivery Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageDelivery), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageDelivery value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageDelivery>.TryRead(string? text, out ImageDelivery value) => TryParse(text, out value);

#if NET
    static ImageDelivery IParsable<ImageDelivery>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageDelivery ISpanParsable<ImageDelivery>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageDelivery>.TryParse(string? s, IFormatProvider? provider, out ImageDelivery result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageDelivery>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageDelivery result)
        => TryParse(s.ToString(), out result);
#endif
}

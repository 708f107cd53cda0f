using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The quality of an image: a higher quality costs more tokens and takes longer.</summary>
/// <remarks>
/// Known values are static properties; any other value is accepted, too, so you can use a value newer than this package
/// on the day it appears. The comparison is ordinal. The default value is empty and counts as not given. The possible
/// qualities depend on the model. The service refuses other qualities, and the call fails with an
/// <see cref="ImageApiException"/>.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageQuality>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageQuality>))]
public readonly record struct ImageQuality : IImageValue<ImageQuality>
#if NET
    , ISpanParsable<ImageQuality>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>high</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageQuality(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>auto</c>: the service chooses. This is the service's default.</summary>
    public static ImageQuality Auto => new("auto");

    /// <summary>Gets <c>low</c>, the cheapest.</summary>
    public static ImageQuality Low => new("low");

    /// <summary>Gets <c>medium</c>.</summary>
    public static ImageQuality Medium => new("medium");

    /// <summary>Gets <c>high</c>.</summary>
    public static ImageQuality High => new("high");

    /// <summary>Gets <c>xhigh</c>, for <c>gpt-image-2.5</c> and later.</summary>
    public static ImageQuality XHigh => new("xhigh");

    /// <summary>Gets <c>max</c>, for <c>gpt-image-2.5</c> and later.</summary>
    public static ImageQuality Max => new("max");

    /// <summary>Gets <c>standard</c>, of the DALL-E models; compatible servers still take it.</summary>
    public static ImageQuality Standard => new("standard");

    /// <summary>Gets <c>hd</c>, of <c>dall-e-3</c>; compatible servers still take it.</summary>
    public static ImageQuality Hd => new("hd");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageQuality(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageQuality Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageQuality), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageQuality value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageQuality>.TryRead(string? text, out ImageQuality value) => TryParse(text, out value);

#if NET
    static ImageQuality IParsable<ImageQuality>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageQuality ISpanParsable<ImageQuality>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageQuality>.TryParse(string? s, IFormatProvider? provider, out ImageQuality result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageQuality>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageQuality result)
        => TryParse(s.ToString(), out result);
#endif
}

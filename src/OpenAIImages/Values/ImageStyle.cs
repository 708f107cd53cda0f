using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The style of a <c>dall-e-3</c> image.</summary>
/// <remarks>
/// Known values are static properties; any other value is accepted, too, so you can use a value newer than this package
/// on the day it appears. The comparison is ordinal. The default value is empty and counts as not given. The style is
/// deprecated at OpenAI, where <c>dall-e-3</c> is shut down. Compatible servers still take it.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageStyle>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageStyle>))]
public readonly record struct ImageStyle : IImageValue<ImageStyle>
#if NET
    , ISpanParsable<ImageStyle>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>vivid</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageStyle(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>vivid</c>: dramatic, hyper-real.</summary>
    public static ImageStyle Vivid => new("vivid");

    /// <summary>Gets <c>natural</c>.</summary>
    public static ImageStyle Natural => new("natural");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageStyle(string? name) => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageStyle Parse(string text)
        => TryParse(Guard.NotNull(text), out var value) ? value : throw ImageValueText.Fault(typeof(ImageStyle), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageStyle value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageStyle>.TryRead(string? text, out ImageStyle value) => TryParse(text, out value);

#if NET
    static ImageStyle IParsable<ImageStyle>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageStyle ISpanParsable<ImageStyle>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageStyle>.TryParse(string? s, IFormatProvider? provider, out ImageStyle result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageStyle>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageStyle result)
        => TryParse(s.ToString(), out result);
#endif
}

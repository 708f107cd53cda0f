using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The strictness of the service's filter for requests.</summary>
/// <remarks>
/// Known values are static properties; any other value is accepted, too, so you can use a value newer than this package
/// on the day it appears. The comparison is ordinal. The default value is empty and counts as not given.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageModeration>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageModeration>))]
public readonly record struct ImageModeration : IImageValue<ImageModeration>
#if NET
    , ISpanParsable<ImageModeration>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>low</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageModeration(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>auto</c>, the usual filter and the service's default.</summary>
    public static ImageModeration Auto => new("auto");

    /// <summary>Gets <c>low</c>, a less strict filter. The filter is not off.</summary>
    public static ImageModeration Low => new("low");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageModeration(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageModeration Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageModeration), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageModeration value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageModeration>.TryRead(string? text, out ImageModeration value) => TryParse(text, out value);

#if NET
    static ImageModeration IParsable<ImageModeration>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageModeration ISpanParsable<ImageModeration>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageModeration>.TryParse(string? s, IFormatProvider? provider, out ImageModeration result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageModeration>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageModeration result)
        => TryParse(s.ToString(), out result);
#endif
}

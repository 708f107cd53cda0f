using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The amount of planning for an image before the service draws it; independent of the quality.</summary>
/// <remarks>
/// Known values are static properties; any other value is accepted, too, so you can use a value newer than this package
/// on the day it appears. The comparison is ordinal. The default value is empty and counts as not given. The
/// <c>gpt-image-2.6</c> models are known to take it.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageComplexity>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageComplexity>))]
public readonly record struct ImageComplexity : IImageValue<ImageComplexity>
#if NET
    , ISpanParsable<ImageComplexity>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>low</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageComplexity(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>low</c>.</summary>
    public static ImageComplexity Low => new("low");

    /// <summary>Gets <c>medium</c>.</summary>
    public static ImageComplexity Medium => new("medium");

    /// <summary>Gets <c>high</c>, publicly reported as the default.</summary>
    public static ImageComplexity High => new("high");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageComplexity(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageComplexity Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageComplexity), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageComplexity value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageComplexity>.TryRead(string? text, out ImageComplexity value) => TryParse(text, out value);

#if NET
    static ImageComplexity IParsable<ImageComplexity>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageComplexity ISpanParsable<ImageComplexity>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageComplexity>.TryParse(string? s, IFormatProvider? provider, out ImageComplexity result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageComplexity>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageComplexity result)
        => TryParse(s.ToString(), out result);
#endif
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The name of an image model, or of a deployment of one, exactly as the service spells it.</summary>
/// <remarks>
/// Known models are static properties. Any other name is accepted, too, so you can use a model newer than this package
/// on the day it appears. The comparison of names is ordinal. Models come and go: see
/// https://platform.openai.com/docs/deprecations.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageModel>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageModel>))]
public readonly record struct ImageModel : IImageValue<ImageModel>
#if NET
    , ISpanParsable<ImageModel>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>gpt-image-2</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space, or holds half a
    /// surrogate pair.</exception>
    public ImageModel(string name) => _name = Guard.WellFormed(Guard.NotBlank(name), nameof(name));

    /// <summary>Gets <c>gpt-image-2.6-sunburst</c>, the finest model: any size, GIF and SVG, markup.</summary>
    public static ImageModel GptImage26Sunburst => new("gpt-image-2.6-sunburst");

    /// <summary>Gets <c>gpt-image-2.6-flare</c>, the fast model of its generation.</summary>
    public static ImageModel GptImage26Flare => new("gpt-image-2.6-flare");

    /// <summary>Gets <c>gpt-image-2.5-sunburst</c>, with qualities up to <c>max</c>.</summary>
    public static ImageModel GptImage25Sunburst => new("gpt-image-2.5-sunburst");

    /// <summary>Gets <c>gpt-image-2.5-flare</c>, the fast model of its generation.</summary>
    public static ImageModel GptImage25Flare => new("gpt-image-2.5-flare");

    /// <summary>Gets <c>gpt-image-2</c>, which takes sizes of any shape.</summary>
    public static ImageModel GptImage2 => new("gpt-image-2");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> holds half a surrogate pair.</exception>
    public static implicit operator ImageModel(string? name) => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space, or holds half
    /// a surrogate pair.</exception>
    public static ImageModel Parse(string text)
        => TryParse(Guard.NotNull(text), out var value) ? value : throw ImageValueText.Fault(typeof(ImageModel), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank, and holds no half of a surrogate pair.
    /// </returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageModel value)
    {
        var isName = !string.IsNullOrWhiteSpace(text) && Guard.HalfPairIn(text!) < 0;
        value = isName ? new(text!) : default;

        return isName;
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageModel>.TryRead(string? text, out ImageModel value) => TryParse(text, out value);

#if NET
    static ImageModel IParsable<ImageModel>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageModel ISpanParsable<ImageModel>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageModel>.TryParse(string? s, IFormatProvider? provider, out ImageModel result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageModel>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageModel result)
        => TryParse(s.ToString(), out result);
#endif
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The fidelity of an edit to its input images (<c>input_fidelity</c>).</summary>
/// <remarks>
/// Known values are static properties; any other value is accepted, too, so you can use a value newer than this package
/// on the day it appears. The comparison is ordinal. The default value is empty and counts as not given. Leave it out
/// for <c>gpt-image-2</c> and later, which always have a high fidelity.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageInputFidelity>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageInputFidelity>))]
public readonly record struct ImageInputFidelity : IImageValue<ImageInputFidelity>
#if NET
    , ISpanParsable<ImageInputFidelity>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>high</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageInputFidelity(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>low</c>, the service's default.</summary>
    public static ImageInputFidelity Low => new("low");

    /// <summary>Gets <c>high</c>, which costs more input tokens.</summary>
    public static ImageInputFidelity High => new("high");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageInputFidelity(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageInputFidelity Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageInputFidelity), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageInputFidelity value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageInputFidelity>.TryRead(string? text, out ImageInputFidelity value)
        => TryParse(text, out value);

#if NET
    static ImageInputFidelity IParsable<ImageInputFidelity>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageInputFidelity ISpanParsable<ImageInputFidelity>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageInputFidelity>.TryParse(
        string? s, IFormatProvider? provider, out ImageInputFidelity result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageInputFidelity>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageInputFidelity result)
        => TryParse(s.ToString(), out result);
#endif
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The kind of mark that a provenance check looks for.</summary>
/// <remarks>
/// Known values are static properties; any other word of the service is kept. Values are compared ordinally. The
/// default value is empty and counts as not given.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageProvenanceKind>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageProvenanceKind>))]
public readonly record struct ImageProvenanceKind : IImageValue<ImageProvenanceKind>
#if NET
    , ISpanParsable<ImageProvenanceKind>
#endif
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>c2pa</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageProvenanceKind(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>c2pa</c>, signed metadata in the file.</summary>
    public static ImageProvenanceKind C2pa => new("c2pa");

    /// <summary>Gets <c>synthid</c>, a watermark in the pixels.</summary>
    public static ImageProvenanceKind SynthId => new("synthid");

    /// <summary>Converts the service's name of a value.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageProvenanceKind(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageProvenanceKind Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageProvenanceKind), text);

    /// <summary>Tries to read a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is <see langword="null"/> or blank.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageProvenanceKind value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageProvenanceKind>.TryRead(string? text, out ImageProvenanceKind value)
        => TryParse(text, out value);

#if NET
    static ImageProvenanceKind IParsable<ImageProvenanceKind>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageProvenanceKind ISpanParsable<ImageProvenanceKind>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageProvenanceKind>.TryParse(
        string? s, IFormatProvider? provider, out ImageProvenanceKind result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageProvenanceKind>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageProvenanceKind result)
        => TryParse(s.ToString(), out result);
#endif
}

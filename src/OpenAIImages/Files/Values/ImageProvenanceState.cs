using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The trust in signed metadata.</summary>
/// <remarks>
/// Known values are static properties; any other word of the service is kept. Values are compared ordinally. The
/// default value is empty and counts as not given.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageProvenanceState>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageProvenanceState>))]
public readonly record struct ImageProvenanceState : IImageValue<ImageProvenanceState>
#if NET
    , ISpanParsable<ImageProvenanceState>
#endif
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>trusted</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageProvenanceState(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>trusted</c>: the service trusts the signer.</summary>
    public static ImageProvenanceState Trusted => new("trusted");

    /// <summary>Gets <c>valid</c>: the signature is correct, but the signer is not known to be trusted.</summary>
    public static ImageProvenanceState Valid => new("valid");

    /// <summary>Gets <c>invalid</c>: the signature is wrong, or the file was changed after the signing.</summary>
    public static ImageProvenanceState Invalid => new("invalid");

    /// <summary>Gets <c>not_present</c>: there is no signed metadata.</summary>
    public static ImageProvenanceState NotPresent => new("not_present");

    /// <summary>Converts the service's name of a value.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageProvenanceState(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageProvenanceState Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageProvenanceState), text);

    /// <summary>Tries to read a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is <see langword="null"/> or blank.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageProvenanceState value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageProvenanceState>.TryRead(string? text, out ImageProvenanceState value)
        => TryParse(text, out value);

#if NET
    static ImageProvenanceState IParsable<ImageProvenanceState>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageProvenanceState ISpanParsable<ImageProvenanceState>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageProvenanceState>.TryParse(
        string? s, IFormatProvider? provider, out ImageProvenanceState result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageProvenanceState>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageProvenanceState result)
        => TryParse(s.ToString(), out result);
#endif
}

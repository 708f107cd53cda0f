using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The stage at which the safety system stopped a request, exactly as the service spells it.</summary>
/// <remarks>
/// Known stages are static properties; the package keeps any other word of the service. The comparison is ordinal. The
/// default value is empty.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageModerationStage>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageModerationStage>))]
public readonly record struct ImageModerationStage : IImageValue<ImageModerationStage>
#if NET
    , ISpanParsable<ImageModerationStage>
#endif
{
    private readonly string? _word;

    /// <summary>Makes a stage from its name.</summary>
    /// <param name="word">The word on the wire, for example <c>output</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="word"/> is empty or only white space.</exception>
    public ImageModerationStage(string word) => _word = Guard.NotBlank(word);

    /// <summary>Gets <c>input</c>: the prompt or an input image was refused, before anything was drawn.</summary>
    public static ImageModerationStage Input => new("input");

    /// <summary>Gets <c>output</c>: the image was drawn and then withheld.</summary>
    public static ImageModerationStage Output => new("output");

    /// <summary>Gets <c>unknown</c>: the service did not name the stage.</summary>
    public static ImageModerationStage Unknown => new("unknown");

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageModerationStage Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageModerationStage), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageModerationStage value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the word on the wire; empty for the default value.</summary>
    /// <returns>The word on the wire.</returns>
    public override string ToString() => _word ?? "";

    bool IImageValue<ImageModerationStage>.TryRead(string? text, out ImageModerationStage value)
        => TryParse(text, out value);

#if NET
    static ImageModerationStage IParsable<ImageModerationStage>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageModerationStage ISpanParsable<ImageModerationStage>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageModerationStage>.TryParse(
        string? s, IFormatProvider? provider, out ImageModerationStage result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageModerationStage>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageModerationStage result)
        => TryParse(s.ToString(), out result);
#endif
}

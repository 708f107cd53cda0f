using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The reasoning effort of the model that writes an SVG drawing (<c>svg.reasoning.effort</c>).</summary>
/// <remarks>
/// Known values are static properties; any other value is accepted, too, so you can use a value newer than this package
/// on the day it appears. The comparison is ordinal. The default value is empty and counts as not given.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageReasoningEffort>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageReasoningEffort>))]
public readonly record struct ImageReasoningEffort : IImageValue<ImageReasoningEffort>
#if NET
    , ISpanParsable<ImageReasoningEffort>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>low</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageReasoningEffort(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>none</c>.</summary>
    public static ImageReasoningEffort None => new("none");

    /// <summary>Gets <c>minimal</c>.</summary>
    public static ImageReasoningEffort Minimal => new("minimal");

    /// <summary>Gets <c>low</c>.</summary>
    public static ImageReasoningEffort Low => new("low");

    /// <summary>Gets <c>medium</c>.</summary>
    public static ImageReasoningEffort Medium => new("medium");

    /// <summary>Gets <c>high</c>.</summary>
    public static ImageReasoningEffort High => new("high");

    /// <summary>Gets <c>xhigh</c>.</summary>
    public static ImageReasoningEffort XHigh => new("xhigh");

    /// <summary>Gets <c>max</c>.</summary>
    public static ImageReasoningEffort Max => new("max");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageReasoningEffort(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageReasoningEffort Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageReasoningEffort), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageReasoningEffort value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageReasoningEffort>.TryRead(string? text, out ImageReasoningEffort value)
        => TryParse(text, out value);

#if NET
    static ImageReasoningEffort IParsable<ImageReasoningEffort>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageReasoningEffort ISpanParsable<ImageReasoningEffort>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageReasoningEffort>.TryParse(
        string? s, IFormatProvider? provider, out ImageReasoningEffort result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageReasoningEffort>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageReasoningEffort result)
        => TryParse(s.ToString(), out result);
#endif
}

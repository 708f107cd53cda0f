using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The type of an event of a webhook.</summary>
/// <remarks>
/// Known values are static properties; any other word of the service is kept. Values are compared ordinally. The
/// default value is empty and counts as not given.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageWebhookEventType>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageWebhookEventType>))]
public readonly record struct ImageWebhookEventType : IImageValue<ImageWebhookEventType>
#if NET
    , ISpanParsable<ImageWebhookEventType>
#endif
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>batch.completed</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageWebhookEventType(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>batch.completed</c>: every request of a batch was tried.</summary>
    public static ImageWebhookEventType BatchCompleted => new("batch.completed");

    /// <summary>Gets <c>batch.failed</c>: the file of a batch cannot be used.</summary>
    public static ImageWebhookEventType BatchFailed => new("batch.failed");

    /// <summary>Gets <c>batch.expired</c>: a batch ran out of time.</summary>
    public static ImageWebhookEventType BatchExpired => new("batch.expired");

    /// <summary>Gets <c>batch.cancelled</c>: a batch was cancelled.</summary>
    public static ImageWebhookEventType BatchCancelled => new("batch.cancelled");

    /// <summary>Converts the service's name of a value.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageWebhookEventType(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageWebhookEventType Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageWebhookEventType), text);

    /// <summary>Tries to read a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is <see langword="null"/> or blank.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageWebhookEventType value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageWebhookEventType>.TryRead(string? text, out ImageWebhookEventType value)
        => TryParse(text, out value);

#if NET
    static ImageWebhookEventType IParsable<ImageWebhookEventType>.Parse(string s, IFormatProvider? provider)
        => Parse(s);

    static ImageWebhookEventType ISpanParsable<ImageWebhookEventType>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageWebhookEventType>.TryParse(
        string? s, IFormatProvider? provider, out ImageWebhookEventType result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageWebhookEventType>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageWebhookEventType result)
        => TryParse(s.ToString(), out result);
#endif
}

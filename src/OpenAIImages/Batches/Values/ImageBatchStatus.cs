using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The status of a batch.</summary>
/// <remarks>
/// Known values are static properties; any other word of the service is kept. Values are compared ordinally. The
/// default value is empty and counts as not given.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageBatchStatus>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageBatchStatus>))]
public readonly record struct ImageBatchStatus : IImageValue<ImageBatchStatus>
#if NET
    , ISpanParsable<ImageBatchStatus>
#endif
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>completed</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageBatchStatus(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>validating</c>: the service checks the file of requests.</summary>
    public static ImageBatchStatus Validating => new("validating");

    /// <summary>Gets <c>failed</c>: the file cannot be used. Nothing was made.</summary>
    public static ImageBatchStatus Failed => new("failed");

    /// <summary>Gets <c>in_progress</c>: the service makes the images.</summary>
    public static ImageBatchStatus InProgress => new("in_progress");

    /// <summary>Gets <c>finalizing</c>: the service writes the files of results.</summary>
    public static ImageBatchStatus Finalizing => new("finalizing");

    /// <summary>Gets <c>completed</c>: every request was tried. Some or all requests may have failed.</summary>
    public static ImageBatchStatus Completed => new("completed");

    /// <summary>Gets <c>expired</c>: the batch ran out of time. The service delivers and bills the images that it
    /// made.</summary>
    public static ImageBatchStatus Expired => new("expired");

    /// <summary>Gets <c>cancelling</c>: the service finishes requests under way, for up to ten minutes.</summary>
    public static ImageBatchStatus Cancelling => new("cancelling");

    /// <summary>Gets <c>cancelled</c>: the batch was cancelled. The service delivers and bills the images that it made
    /// before.</summary>
    public static ImageBatchStatus Cancelled => new("cancelled");

    /// <summary>Gets whether the batch has ended and no longer changes.</summary>
    /// <value><see langword="true"/> for <c>completed</c>, <c>failed</c>, <c>expired</c> and <c>cancelled</c>.</value>
    public bool IsFinal => _name is "completed" or "failed" or "expired" or "cancelled";

    /// <summary>Converts the service's name of a value.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageBatchStatus(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageBatchStatus Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageBatchStatus), text);

    /// <summary>Tries to read a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is <see langword="null"/> or blank.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageBatchStatus value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageBatchStatus>.TryRead(string? text, out ImageBatchStatus value)
        => TryParse(text, out value);

#if NET
    static ImageBatchStatus IParsable<ImageBatchStatus>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageBatchStatus ISpanParsable<ImageBatchStatus>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageBatchStatus>.TryParse(
        string? s, IFormatProvider? provider, out ImageBatchStatus result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageBatchStatus>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageBatchStatus result)
        => TryParse(s.ToString(), out result);
#endif
}

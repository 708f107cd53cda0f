using System.Text;
using System.Text.Json.Serialization;
using OpenAIImages.Calls;

namespace OpenAIImages;

/// <summary>The base of all requests.</summary>
/// <remarks>
/// Immutable and safe to share between threads. Mandatory fields are parameters of the constructor, and optional ones
/// are properties. A property left <see langword="null"/> is not sent, so the service's own default applies. Derive one
/// request from another with <c>with</c>.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public abstract record ImageRequest
{
    private readonly int? _count;
    private readonly string? _user;
    private readonly ExtraFields _extra = ExtraFields.Empty;
    private readonly CallSettings _call = CallSettings.None;

    private protected ImageRequest()
    {
    }

    /// <summary>Gets the model (<c>model</c>).</summary>
    /// <value>When <see langword="null"/>, <see cref="ImageClientOptions.Model"/>; when that is not set either,
    /// <c>gpt-image-2</c> at OpenAI and none at other services.</value>
    public ImageModel? Model { get; init => field = Given.OrNull(value); }

    /// <summary>Gets how many images to make (<c>n</c>).</summary>
    /// <value>At least 1; the service takes up to 10, and 1 for SVG. It makes 1 when <see langword="null"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? Count
    {
        get => _count;
        init => _count = value is { } count ? Guard.Positive(count, nameof(Count)) : null;
    }

    /// <summary>Gets the size (<c>size</c>). The service chooses when <see langword="null"/>.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Gets how the images come back (<c>response_format</c>).</summary>
    /// <remarks>Deprecated: GPT image models refuse it and always answer in the reply. For compatible
    /// servers.</remarks>
    public ImageDelivery? Delivery { get; init => field = Given.OrNull(value); }

    /// <summary>Gets an identifier of the end user (<c>user</c>).</summary>
    /// <remarks>Deprecated in favour of <see cref="PromptedImageRequest.SafetyIdentifier"/>. If both are set, that one
    /// counts.</remarks>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair, which no wire format can carry.
    /// </exception>
    public string? User
    {
        get => _user;
        init => _user = value is null ? null : Guard.WellFormed(value, nameof(User));
    }

    /// <summary>Gets fields that this package has no property for: newer ones, and those of compatible
    /// servers.</summary>
    /// <value>Empty by default. A field that a property of this request also sets is refused when the request is
    /// sent.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }

    /// <summary>Gets headers to send with the call of this request, to the client's endpoint and to no other
    /// address.</summary>
    /// <value>Empty by default; the value is copied. A header named here replaces that of the client's options. Headers
    /// are not compared when requests are, and are never written as JSON.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name is no header of a request or one that carries the key, or a value
    /// holds a line break, a control character or one that is not ASCII. The header that
    /// <see cref="ImageClientOptions.KeyHeader"/> names is refused when the request is sent.</exception>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Headers
    {
        get => _call.Headers;
        init => _call = _call.With(value, nameof(Headers));
    }

    /// <summary>Gets how long all attempts of this call and the waits between them may take together.</summary>
    /// <value>More than zero, at most a day. When <see langword="null"/>,
    /// <see cref="ImageClientOptions.TotalTimeout"/>. No attempt takes longer than
    /// <see cref="ImageClientOptions.AttemptTimeout"/> in any case. The time limit is not compared when requests are,
    /// and is never written as JSON.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    [JsonIgnore]
    public TimeSpan? Timeout
    {
        get => _call.Timeout;
        init => _call = _call.With(value, nameof(Timeout));
    }

    internal CallSettings Call
    {
        get => _call;
        init => _call = value;
    }

    /// <summary>Says of which request this one is a copy that the package has completed or split.</summary>
    /// <returns>A copy of this request that remembers it.</returns>
    internal ImageRequest AsCopyOf(ImageRequest origin) => this with { Call = _call.With(origin) };

    /// <summary>Returns a text that may be logged. It never holds the prompt, an image or the user.</summary>
    /// <returns>The type of the request, its model, count and size.</returns>
    public sealed override string ToString()
    {
        var text = new StringBuilder(GetType().Name).Append(" { Model = ").Append(Model?.ToString() ?? "unset");
        text.Append(", Count = ").Append(Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unset");
        text.Append(", Size = ").Append(Size?.ToString() ?? "unset");

        return text.Append(" }").ToString();
    }
}

using System.Text;
using System.Text.Json.Serialization;
using OpenAIImages.Calls;

namespace OpenAIImages;

/// <summary>The base of all requests.</summary>
/// <remarks>
/// A request is immutable and safe to share between threads. Mandatory fields are parameters of the constructor, and
/// optional ones are properties. The client does not send a property that is <see langword="null"/>, so the service's
/// own default applies. Derive one request from another with <c>with</c>.
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
    /// <value>When <see langword="null"/>, <see cref="ImageClientOptions.Model"/>; when that option is not set either,
    /// <c>gpt-image-2</c> at OpenAI and none at other services.</value>
    public ImageModel? Model { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the number of images to make (<c>n</c>).</summary>
    /// <value>At least 1; the service takes up to 10, and 1 for SVG. The service makes 1 image when
    /// <see langword="null"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? Count
    {
        get => _count;
        init => _count = value is { } count ? Guard.Positive(count, nameof(Count)) : null;
    }

    /// <summary>Gets the size (<c>size</c>). The service chooses when <see langword="null"/>.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Gets the form in which the images come back (<c>response_format</c>).</summary>
    /// <remarks>Deprecated: GPT image models refuse this field and always put the image into the reply. Use it for
    /// compatible servers.</remarks>
    public ImageDelivery? Delivery { get; init => field = Given.OrNull(value); }

    /// <summary>Gets an identifier of the end user (<c>user</c>).</summary>
    /// <remarks>Deprecated in favour of <see cref="PromptedImageRequest.SafetyIdentifier"/>. If both are set,
    /// <see cref="PromptedImageRequest.SafetyIdentifier"/> counts.</remarks>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair, which no wire format can carry.
    /// </exception>
    public string? User
    {
        get => _user;
        init => _user = value is null ? null : Guard.WellFormed(value, nameof(User));
    }

    /// <summary>Gets fields without a property in this package: newer fields, and fields of compatible
    /// servers.</summary>
    /// <value>Empty by default. The client refuses a field that a property of this request also sets, when it sends the
    /// request.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }

    /// <summary>Gets headers that the client sends with this request, to its endpoint and to no other
    /// address.</summary>
    /// <value>Empty by default; the property copies the value. A header here replaces the same header of the client's
    /// options. The equality of requests ignores headers, and JSON never contains them.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name is not that of a request header, or is that of a header for the key;
    /// or a value holds a line break, a control character or a character outside ASCII. The client refuses the header
    /// of <see cref="ImageClientOptions.KeyHeader"/> when it sends the request.</exception>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Headers
    {
        get => _call.Headers;
        init => _call = _call.With(value, nameof(Headers));
    }

    /// <summary>Gets the time limit of all attempts of this call and the waits between them together.</summary>
    /// <value>More than zero, at most a day. When <see langword="null"/>,
    /// <see cref="ImageClientOptions.TotalTimeout"/>. No attempt takes longer than
    /// <see cref="ImageClientOptions.AttemptTimeout"/>. The equality of requests ignores the time limit, and JSON never
    /// contains it.</value>
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

    /// <summary>Returns a copy that remembers its origin: the request that the package has completed or
    /// split.</summary>
    /// <returns>The copy.</returns>
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

using System.Text;

namespace OpenAIImages;

/// <summary>What all requests share.</summary>
/// <remarks>
/// Immutable and safe to share between threads. What must be said is in the constructor; what may be said is a
/// property, and a property left <see langword="null"/> is not sent, so the service's own default applies.
/// Derive one request from another with <c>with</c>.
/// </remarks>
public abstract record ImageRequest
{
    private readonly int? _count;
    private readonly ExtraFields _extra = ExtraFields.Empty;

    private protected ImageRequest()
    {
    }

    /// <summary>Gets the model (<c>model</c>). The service asks to name one always.</summary>
    public ImageModel? Model { get; init; }

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
    /// <remarks>Deprecated: GPT image models refuse it and always answer in the reply. For compatible servers.</remarks>
    public ImageDelivery? Delivery { get; init; }

    /// <summary>Gets an identifier of the end user (<c>user</c>).</summary>
    /// <remarks>Deprecated in favour of <see cref="PromptedImageRequest.SafetyIdentifier"/>, which wins over it.</remarks>
    public string? User { get; init; }

    /// <summary>Gets fields that this package has no property for, newer ones and those of compatible servers.</summary>
    /// <value>Empty by default. A field that a property of this request sets as well is refused when it is sent.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }

    /// <summary>Returns what may be logged: never the prompt, a picture or who asks.</summary>
    /// <returns>The kind of request, its model, count and size.</returns>
    public sealed override string ToString()
    {
        var text = new StringBuilder(GetType().Name).Append(" { Model = ").Append(Model?.ToString() ?? "unset");
        text.Append(", Count = ").Append(Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unset");
        text.Append(", Size = ").Append(Size?.ToString() ?? "unset");

        return text.Append(" }").ToString();
    }
}

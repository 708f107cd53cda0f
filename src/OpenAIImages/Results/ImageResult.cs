using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The result of a call: the images, the settings that the service used, and the tokens.</summary>
/// <remarks>Immutable. Anyone may create one for a test.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageResult
{
    private readonly IReadOnlyList<ImageOutput> _images;
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Creates a result with some images.</summary>
    /// <param name="images">The images, in the order of the reply.</param>
    /// <exception cref="ArgumentNullException"><paramref name="images"/> is <see langword="null"/>.</exception>
    public ImageResult(IReadOnlyList<ImageOutput> images) => _images = Guard.NotNull(images);

    /// <summary>Gets the images, in the order of the reply.</summary>
    /// <value>
    /// There may be fewer images than the request asked for, or no image: some servers answer 200 without an image when
    /// they withhold all images. <see cref="ImageOutput.IsWithheld"/> marks single images that were withheld.
    /// </value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageOutput> Images
    {
        get => _images;
        init => _images = Guard.NotNull(value, nameof(Images));
    }

    /// <summary>Gets the time at which the images were made, in UTC (<c>created</c>), if the server named it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Gets the tokens of the whole call, all images together (<c>usage</c>), if the server counted
    /// them.</summary>
    public ImageUsage? Usage { get; init; }

    /// <summary>Gets the tokens of the model that wrote an SVG drawing (<c>svg_usage</c>), which are billed
    /// separately.</summary>
    public ImageSvgUsage? SvgUsage { get; init; }

    /// <summary>Gets the size that the server made (<c>size</c>), if the server named it.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Gets the quality that the server used (<c>quality</c>), if the server named it.</summary>
    public ImageQuality? Quality { get; init; }

    /// <summary>Gets the background that the server made (<c>background</c>), if the server named it.</summary>
    public ImageBackground? Background { get; init; }

    /// <summary>Gets the file format as the server names it (<c>output_format</c>), if it does.</summary>
    /// <remarks><see cref="ImageOutput.MediaType"/> shows the real format of the bytes.</remarks>
    public ImageFileFormat? OutputFormat { get; init; }

    /// <summary>Gets the identifier of the end user that the server used (<c>safety_identifier</c>), if the server
    /// named it.
    /// </summary>
    public string? SafetyIdentifier { get; init; }

    /// <summary>Gets the identifier to quote to the service's support, if the reply carried one.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the identifier in the header <c>X-Client-Request-Id</c> of the attempt that succeeded, if the
    /// attempt had one.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Gets the number of attempts that the service may have billed besides the successful attempt.</summary>
    /// <value>Zero, unless an attempt with an unknown outcome was repeated: see <see
    /// cref="ImageClientOptions.RetryUnknownOutcome"/>.</value>
    public int PossiblyBilledAttempts { get; init; }

    /// <summary>Gets the service's limits, if the reply named any.</summary>
    public ImageRateLimits? RateLimits { get; init; }

    /// <summary>Gets the members of the reply that this package has no property for.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>The number of images, the request id and the tokens.</returns>
    public override string ToString()
        => $"{nameof(ImageResult)} {{ {Images.Count} images, request {RequestId ?? "unknown"}, " +
            $"{Usage?.TotalTokens?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"} tokens }}";
}

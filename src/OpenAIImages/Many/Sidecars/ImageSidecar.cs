using OpenAIImages.Many.Sidecars;

namespace OpenAIImages;

/// <summary>The facts about how a saved image was made, in a JSON file beside the image: <c>cat.png.json</c>.</summary>
/// <remarks>
/// <para>Immutable. The file holds the whole request with its prompt, but no headers. Links of inputs lose their query
/// and their user, which may be secrets. The file holds the paths of inputs from files, and the bytes of inputs from
/// memory. It cannot hold a stream.</para>
/// <para>The file appears whole or not at all, and replaces an earlier one.</para>
/// </remarks>
public sealed record ImageSidecar
{
    /// <summary>Describes how an image was made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sha256">The SHA-256 of the file, in hexadecimal digits.</param>
    /// <param name="length">The length of the file in bytes; 1 or more.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="sha256"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 1.</exception>
    public ImageSidecar(ImageRequest request, string sha256, long length)
    {
        Request = Guard.NotNull(request);
        Sha256 = Guard.NotBlank(sha256);
        Length = length > 0
            ? length
            : throw new ArgumentOutOfRangeException(nameof(length), length, "The value must be at least 1.");
    }

    /// <summary>Gets the request.</summary>
    public ImageRequest Request { get; }

    /// <summary>Gets the SHA-256 of the image file, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Gets the length of the image file in bytes.</summary>
    public long Length { get; }

    /// <summary>Gets the time at which the sidecar was written.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Gets the media type of the image.</summary>
    public ImageMediaType? MediaType { get; init; }

    /// <summary>Gets the model of the request, if the request names it.</summary>
    public ImageModel? Model { get; init; }

    /// <summary>Gets the number of images that the call made. <see cref="Usage"/> and <see cref="Cost"/> belong to the
    /// whole call.</summary>
    /// <value>1 or more; 1 by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int ImagesOfCall
    {
        get;
        init => field = Guard.Positive(value, nameof(ImagesOfCall));
    } = 1;

    /// <summary>Gets the tokens of the whole call, if the server counted them.</summary>
    public ImageUsage? Usage { get; init; }

    /// <summary>Gets the tokens of the model that wrote an SVG drawing, if there was one.</summary>
    public ImageSvgUsage? SvgUsage { get; init; }

    /// <summary>Gets the cost of the whole call, in dollars; <see langword="null"/> if it is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets the identifier to quote to the service's support, if the reply carried one.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the identifier in the header <c>X-Client-Request-Id</c>, if the call had one.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Gets the rewritten prompt of the service, if there is one.</summary>
    public string? RevisedPrompt { get; init; }

    /// <summary>Returns the path of the sidecar of an image.</summary>
    /// <param name="imagePath">The path of the image.</param>
    /// <returns>The full path of the image, followed by <c>.json</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="imagePath"/> is blank.</exception>
    public static string PathOf(string imagePath) => SidecarFile.TargetOf(Guard.NotBlank(imagePath)).PathWithNumber(1);

    /// <summary>Writes the sidecar of a saved image.</summary>
    /// <param name="image">The image. It was saved to a file while it arrived.</param>
    /// <param name="request">The request that made the image.</param>
    /// <param name="result">The result of the call; usage, cost and identifiers are not known without it.</param>
    /// <param name="prices">The prices; the cost is not known without them.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <returns>The sidecar that was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> or <paramref name="request"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The image was not saved to a file.</exception>
    /// <exception cref="ImageSidecarException">The image cannot be read, or the sidecar cannot be written.</exception>
    public static Task<ImageSidecar> WriteAsync(
        ImageOutput image,
        ImageRequest request,
        ImageResult? result = null,
        ImagePriceList? prices = null,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(image).SavedPath is { } path
            ? WriteAsync(path, image, Guard.NotNull(request), result, prices, TimeProvider.System, cancellationToken)
            : throw new ArgumentException("The image was not saved to a file.", nameof(image));

    /// <summary>Reads the sidecar of an image.</summary>
    /// <param name="imagePath">The path of the image. The image itself is not read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The sidecar of the image.</returns>
    /// <exception cref="ArgumentException"><paramref name="imagePath"/> is blank.</exception>
    /// <exception cref="ImageSidecarException">There is no sidecar, or it cannot be read.</exception>
    public static Task<ImageSidecar> ReadAsync(string imagePath, CancellationToken cancellationToken = default)
        => SidecarFile.ReadAsync(PathOf(imagePath), cancellationToken);

    /// <summary>Returns a text that may be logged, without the prompt.</summary>
    /// <returns>The request without its prompt, the length and the hash of the image.</returns>
    public override string ToString() => $"{nameof(ImageSidecar)} {{ {Request}, {Length} bytes, {Sha256} }}";

    internal static async Task<ImageSidecar> WriteAsync(
        string path,
        ImageOutput image,
        ImageRequest request,
        ImageResult? result,
        ImagePriceList? prices,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (sha256, length) = await SidecarFile.HashAsync(path, cancellationToken).ConfigureAwait(false);
        var sidecar = new ImageSidecar(SidecarRequest.WithoutSecrets(request), sha256, length)
        {
            Time = time.GetUtcNow(),
            MediaType = image.MediaType,
            Model = request.Model,
            ImagesOfCall = Math.Max(1, result?.Images.Count ?? request.Count ?? 1),
            Usage = result?.Usage,
            SvgUsage = result?.SvgUsage,
            Cost = prices is not null && request.Model is { } model ? result?.Cost(prices, model).Total : null,
            RequestId = result?.RequestId,
            ClientRequestId = result?.ClientRequestId,
            RevisedPrompt = image.RevisedPrompt,
        };
        await SidecarFile.WriteAsync(path, sidecar, cancellationToken).ConfigureAwait(false);

        return sidecar;
    }
}

namespace OpenAIImages;

/// <summary>A paid attempt that is about to be sent: the argument of
/// <see cref="ImageClientOptions.BeforeSending"/>.</summary>
/// <remarks>Tests of a callback may make instances.</remarks>
public sealed class ImageSendingContext
{
    /// <summary>Describes the first attempt of a request, for as many images as the request asks for.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    public ImageSendingContext(ImageRequest request)
    {
        Request = Guard.NotNull(request);
        Images = request.Count ?? 1;
    }

    /// <summary>Gets the request: the same instance that the program gave to the client.</summary>
    /// <value>A budget and <c>GenerateManyAsync</c> send completed or smaller copies of a request, but this instance is
    /// still the program's. So the program can find it in a table of its own.</value>
    public ImageRequest Request { get; }

    /// <summary>Gets the number of the attempt within its call.</summary>
    /// <value>At least 1; 1 by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Attempt { get; init => field = Guard.Positive(value, nameof(Attempt)); } = 1;

    /// <summary>Gets the identifier in the header <c>X-Client-Request-Id</c> of the attempt.</summary>
    /// <value>Each attempt has its own. <see langword="null"/> when the client sends none, see
    /// <see cref="ImageTelemetryOptions.SendClientRequestId"/>.</value>
    public string? ClientRequestId { get; init; }

    /// <summary>Gets the number of images that the attempt asks for.</summary>
    /// <value>At least 1; by default <see cref="ImageRequest.Count"/>, or 1. <c>GenerateManyAsync</c> asks for the
    /// images of a request in several calls. Then the value is the number of one call.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Images { get; init => field = Guard.Positive(value, nameof(Images)); }
}

using System.Net;
using System.Net.Http.Headers;

namespace OpenAIImages.Decoders;

/// <summary>What is known of a successful reply besides its body.</summary>
internal sealed record ReplyFacts
{
    /// <summary>Gets the length of the body in bytes, where the server announced it and sends it as it is.</summary>
    public long? Length { get; init; }

    /// <summary>Gets the media type that the server gives the body.</summary>
    public string? MediaType { get; init; }

    /// <summary>Gets the headers.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>Gets how many images were asked for.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Gets where the images go; into memory when <see langword="null"/>.</summary>
    public ImageDestination? Destination { get; init; }

    /// <summary>Gets how many bytes of the body are read before giving up.</summary>
    public long Limit { get; init; } = ImageClientOptions.LargestReply;

    /// <summary>Gets what an error found in the body may not repeat.</summary>
    public required ErrorContext ErrorContext { get; init; }

    /// <summary>Takes the facts from a reply.</summary>
    /// <exception cref="ImageDecodeException">It announces a body longer than its limit.</exception>
    public static ReplyFacts Of(
        HttpResponseMessage reply,
        ImageRequest request,
        ImageDestination? destination,
        long maxReplyBytes,
        ErrorContext errorContext)
    {
        var limit = LimitOf(request, maxReplyBytes);

        return reply.Content.Headers.ContentLength > limit ? throw TooLarge(limit) : new ReplyFacts
        {
            Limit = limit,
            Length = ReplyHeaders.PlainLength(reply.Content.Headers),
            MediaType = reply.Content.Headers.ContentType?.MediaType,
            Headers = reply.Headers,
            Count = request.Count ?? 1,
            Destination = destination,
            ErrorContext = errorContext,
        };
    }

    public static ImageDecodeException TooLarge(long limit)
        => new($"The reply is larger than {nameof(ImageClientOptions.MaxReplyBytes)} allows, {limit} bytes.");

    /// <summary>Makes an exception of an error that came with a status of success.</summary>
    public ImageApiException Refuse(ReadOnlySpan<byte> error)
        => ErrorDecoder.Decode(error, HttpStatusCode.OK, Headers, ErrorContext);

    // Each preview may be as large as the picture. Never more than fits one array, so that no picture is too large for
    // memory.
    private static long LimitOf(ImageRequest request, long maxReplyBytes)
    {
        var previews = (request as PromptedImageRequest)?.PartialImages is int given and > 0 ? given : 0;

        return previews < ImageClientOptions.LargestReply / maxReplyBytes
            ? maxReplyBytes * (previews + 1)
            : ImageClientOptions.LargestReply;
    }
}

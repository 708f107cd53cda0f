using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Calls;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;

namespace OpenAIImages.Decoders;

/// <summary>A call with a success status: its request, its options and the reply without its body.</summary>
/// <remarks>The type is a struct of references, since most calls need few of the derived values.</remarks>
internal readonly struct AnsweredCall
{
    /// <summary>Gets the reply.</summary>
    public required HttpResponseMessage Reply { get; init; }

    /// <summary>Gets the request.</summary>
    public required ImageRequest Request { get; init; }

    /// <summary>Gets the options in force when the reply came.</summary>
    public required ImageClientOptions Options { get; init; }

    /// <summary>Gets the record of the call, if there is one.</summary>
    public CallRecord? Record { get; init; }

    /// <summary>Gets the destination of the images; memory when <see langword="null"/>.</summary>
    public ImageDestination? Destination { get; init; }

    /// <summary>Gets the length of the body in bytes, if the server announced it and does not compress the
    /// body.</summary>
    public long? Length => ReplyHeaders.PlainLength(Reply.Content.Headers);

    /// <summary>Gets the media type that the server declares for the body.</summary>
    public string? MediaType => Reply.Content.Headers.ContentType?.MediaType;

    /// <summary>Gets the headers.</summary>
    public HttpResponseHeaders Headers => Reply.Headers;

    /// <summary>Gets the number of requested images.</summary>
    public int Count => Request.Count ?? 1;

    /// <summary>Gets the secrets that an error found in the body must not repeat.</summary>
    public ErrorContext ErrorContext => ErrorContext.Of(Options, Request);

    /// <summary>Gets the largest number of bytes of the body that decoders read.</summary>
    /// <remarks>Each preview may be as large as the image. The limit never exceeds the size of one array.</remarks>
    public long Limit
    {
        get
        {
            var previews = (Request as PromptedImageRequest)?.PartialImages is int given and > 0 ? given : 0;

            return previews < ImageClientOptions.MaxReplyBytesLimit / Options.MaxReplyBytes
                ? Options.MaxReplyBytes * (previews + 1)
                : ImageClientOptions.MaxReplyBytesLimit;
        }
    }

    /// <exception cref="ImageDecodeException">The reply announces a body longer than its limit.</exception>
    public void EnsureWithinLimit()
    {
        if (Reply.Content.Headers.ContentLength > Limit)
        {
            throw TooLarge(Limit);
        }
    }

    public static ImageDecodeException TooLarge(long limit)
        => new($"The reply is larger than {nameof(ImageClientOptions.MaxReplyBytes)} allows, {limit} bytes.");

    /// <summary>Turns an error that came with a status of success into an exception.</summary>
    public ImageApiException ToException(ReadOnlySpan<byte> error)
        => ErrorDecoder.Decode(error, HttpStatusCode.OK, Headers, ErrorContext);
}

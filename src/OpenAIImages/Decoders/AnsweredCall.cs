using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Calls;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;

namespace OpenAIImages.Decoders;

/// <summary>What is known of a successful reply besides its body.</summary>
/// <remarks>A value that keeps whom to ask and not the answers: most calls want few of them.</remarks>
internal readonly struct AnsweredCall
{
    /// <summary>Gets the reply, which must outlive this.</summary>
    public required HttpResponseMessage Reply { get; init; }

    /// <summary>Gets what was asked for.</summary>
    public required ImageRequest Request { get; init; }

    /// <summary>Gets the options in force when the reply came.</summary>
    public required ImageClientOptions Options { get; init; }

    /// <summary>Gets what is known of the call, where one is known.</summary>
    public CallRecord? Record { get; init; }

    /// <summary>Gets where the images go; into memory when <see langword="null"/>.</summary>
    public ImageDestination? Destination { get; init; }

    /// <summary>Gets the length of the body in bytes, where the server announced it and sends it as it is.</summary>
    public long? Length => ReplyHeaders.PlainLength(Reply.Content.Headers);

    /// <summary>Gets the media type that the server gives the body.</summary>
    public string? MediaType => Reply.Content.Headers.ContentType?.MediaType;

    /// <summary>Gets the headers.</summary>
    public HttpResponseHeaders Headers => Reply.Headers;

    /// <summary>Gets how many images were asked for.</summary>
    public int Count => Request.Count ?? 1;

    /// <summary>Gets what an error found in the body may not repeat.</summary>
    public ErrorContext ErrorContext => ErrorContext.Of(Options, Request);

    /// <summary>Gets how many bytes of the body are read before giving up.</summary>
    /// <remarks>Each preview may be as large as the picture. Never more than fits one array, so that no picture is too
    /// large for memory.</remarks>
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

    /// <summary>Makes an exception of an error that came with a status of success.</summary>
    public ImageApiException ToException(ReadOnlySpan<byte> error)
        => ErrorDecoder.Decode(error, HttpStatusCode.OK, Headers, ErrorContext);
}

using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using OpenAIImages.AspNetCore;
using OpenAIImages.AspNetCore.Images;

namespace OpenAIImages;

/// <summary>An answer to a browser with one image, which is sent while it arrives from the service.</summary>
/// <remarks>
/// <para>The image passes through 64 KiB of memory. Its bytes decide its media type, and <c>X-Content-Type-Options:
/// nosniff</c> is sent. Its length is sent if it is known before the image has arrived. An SVG drawing, which may
/// contain scripts, is sent as an attachment with <c>Content-Security-Policy: sandbox; default-src 'none'</c>.</para>
/// <para>A failure before the first byte is answered with problem details; after it the connection is cut, so that part
/// of an image never looks like a whole one. A browser that closes the connection cancels the call.</para>
/// <para>Executing the result calls the client, which costs money. Map the endpoint to POST: browsers, crawlers and
/// scanners follow GET links.</para>
/// </remarks>
public sealed class ImageHttpResult : IResult, IEndpointMetadataProvider
{
    internal const string NoStore = "private, no-store";

    private readonly Func<ImageDestination, CancellationToken, Task<ImageResult>> _make;
    private readonly IImageClient _client;

    /// <summary>Makes an image when the result is executed.</summary>
    /// <param name="client">The client that makes the image.</param>
    /// <param name="request">The request for one image.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="request"/> asks for more than one image.</exception>
    public ImageHttpResult(IImageClient client, GenerateImageRequest request)
    {
        _client = EnsureOne(client, request);
        _make = (destination, token) => client.GenerateAsync(request, destination, token);
    }

    /// <summary>Edits an image when the result is executed.</summary>
    /// <param name="client">The client that edits the image.</param>
    /// <param name="request">The request for one image.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="request"/> asks for more than one image.</exception>
    public ImageHttpResult(IImageClient client, EditImageRequest request)
    {
        _client = EnsureOne(client, request);
        _make = (destination, token) => client.EditAsync(request, destination, token);
    }

    /// <summary>Gets the rules for caches (<c>Cache-Control</c>).</summary>
    /// <value>The default is <c>private, no-store</c>; <see langword="null"/> sends no such header.</value>
    public string? CacheControl { get; init; } = NoStore;

    /// <summary>Gets the file name for saving the image.</summary>
    /// <value>
    /// Only the last part of a path is sent, and the bytes decide the extension: <c>cat</c> becomes <c>cat.png</c>.
    /// With a name, the image is sent as an attachment. With <see langword="null"/>, the default, the browser shows the
    /// image.</value>
    public string? FileDownloadName { get; init; }

    /// <summary>Makes the image and sends it.</summary>
    /// <param name="httpContext">The request, whose answer has not begun.</param>
    /// <returns>A task that ends when the image or the problem details are sent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="httpContext"/> is <see langword="null"/>.</exception>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var stopped = httpContext.RequestAborted;
        var reply = new ImageReply(httpContext, CacheControl, FileDownloadName);
        try
        {
            var result = await _make(reply.Destination, stopped).ConfigureAwait(false);
            await CompleteAsync(reply, result, stopped).ConfigureAwait(false);
        }
        catch (Exception e) when (
            stopped.IsCancellationRequested && e is (OperationCanceledException or ImageClientException))
        {
            // The browser has closed the connection, so no answer can reach it.
        }
        catch (Exception e) when (reply.HasBegun)
        {
            Log.BrokenOff(httpContext, e);
            httpContext.Abort();
        }
        catch (ImageClientException e)
        {
            await new ImageProblemHttpResult(e).ExecuteAsync(httpContext).ConfigureAwait(false);
        }
        catch (ImageCallCanceledException e)
        {
            await new ImageProblemHttpResult(e).ExecuteAsync(httpContext).ConfigureAwait(false);
        }
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AnswerMetadata.Add(
            builder,
            StatusCodes.Status200OK,
            typeof(Stream),
            "image/png", "image/jpeg", "image/webp", "image/gif", "image/svg+xml");
        AnswerMetadata.AddProblems(builder);
    }

    private static IImageClient EnsureOne(IImageClient client, ImageRequest request)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);

        return request.Count is null or 1
            ? client
            : throw new ArgumentException(
                $"The request asks for {request.Count} images, and an answer holds one. Use " +
                $"{nameof(ImageResultExtensions.ImageEvents)} for several.",
                nameof(request));
    }

    // A fake or a decorator may return bytes, a file or a link, even when it was given a destination.
    private async Task CompleteAsync(ImageReply reply, ImageResult result, CancellationToken stopped)
    {
        if (result.Images is not [{ IsWithheld: false } image, ..])
        {
            throw new ImageModerationException(HttpStatusCode.OK, "The service held the image back.")
            {
                RequestId = result.RequestId,
                ClientRequestId = result.ClientRequestId,
                PossiblyBilledAttempts = result.PossiblyBilledAttempts + 1,
            };
        }

        if (reply.HasBegun)
        {
            await reply.CompleteAsync(image, stopped).ConfigureAwait(false);
        }
        else if (!image.Bytes.IsEmpty)
        {
            await reply.SendAsync(image, stopped).ConfigureAwait(false);
        }
        else if (image.SavedPath is { } path)
        {
            await reply.SendFileAsync(path, image, stopped).ConfigureAwait(false);
        }
        else
        {
            var fetched = await _client.DownloadAsync(image, reply.Destination, cancellationToken: stopped)
                .ConfigureAwait(false);
            await reply.CompleteAsync(fetched, stopped).ConfigureAwait(false);
        }
    }
}

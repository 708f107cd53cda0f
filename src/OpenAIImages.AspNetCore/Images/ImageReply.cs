using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace OpenAIImages.AspNetCore.Images;

/// <summary>The answer with one image.</summary>
/// <remarks>The answer begins when the first bytes of the image have arrived, because its headers depend on them.
/// </remarks>
internal sealed class ImageReply
{
    private readonly HttpContext _context;
    private readonly string? _cacheControl;
    private readonly string? _name;
    private long _sent;

    public ImageReply(HttpContext context, string? cacheControl, string? name)
    {
        (_context, _cacheControl, _name) = (context, cacheControl, name);
        Destination = ImageDestination.Create((arrival, _) => new(Open(arrival)));
    }

    /// <summary>Gets the destination to which the client writes the image.</summary>
    public ImageDestination Destination { get; }

    /// <summary>Gets whether bytes of an image have been sent, so that no other answer is possible.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Ends an image that went to <see cref="Destination"/>.</summary>
    /// <exception cref="InvalidOperationException">The length differs from the number of bytes that were sent.
    /// </exception>
    public async Task CompleteAsync(ImageOutput image, CancellationToken cancellationToken)
    {
        if (image.Length != _sent)
        {
            throw new InvalidOperationException($"The image has {image.Length} bytes, and {_sent} were sent.");
        }

        await _context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends an image from memory.</summary>
    public async Task SendAsync(ImageOutput image, CancellationToken cancellationToken)
    {
        Begin(image.MediaType, image.Length);
        await _context.Response.Body.WriteAsync(image.Bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends an image from a file.</summary>
    public Task SendFileAsync(string path, ImageOutput image, CancellationToken cancellationToken)
    {
        Begin(image.MediaType, image.Length);

        return _context.Response.SendFileAsync(path, 0, image.Length, cancellationToken);
    }

    private Stream Open(ImageArrival arrival)
    {
        if (arrival.Index > 0)
        {
            Log.PassedOver(_context, arrival.Index);

            return Stream.Null;
        }

        Begin(arrival.MediaType, arrival.Length);
        _context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        return new ReplyStream(_context.Response.Body, count => _sent += count);
    }

    // A second beginning would mix the bytes of two images.
    private void Begin(ImageMediaType mediaType, long? length)
    {
        if (HasBegun)
        {
            throw new InvalidOperationException("The answer has begun with another image.");
        }

        HasBegun = true;
        var response = _context.Response;
        response.ContentType = mediaType.ToString();
        response.ContentLength = length;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.AcceptRanges = "none";
        if (_cacheControl is not null)
        {
            response.Headers.CacheControl = _cacheControl;
        }

        var isUntrusted = mediaType == ImageMediaType.Svg || mediaType == ImageMediaType.Unknown;
        if (isUntrusted)
        {
            response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        }

        if (_name is not null || isUntrusted)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(NameFor(mediaType));
            response.Headers.ContentDisposition = disposition.ToString();
        }
    }

    private string NameFor(ImageMediaType mediaType)
    {
        var name = Path.GetFileName((_name ?? "").Replace('\\', '/'));
        var extension = mediaType.FileExtension;
        if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
        {
            return name;
        }

        return (name.Length > 0 ? name : "image") + extension;
    }
}

namespace System.Net.Http;

/// <summary>An <see cref="HttpContent"/> whose writing takes a token; it is <see cref="HttpContent"/> itself on newer
/// targets.</summary>
internal abstract class CancellableContent : HttpContent
{
    protected virtual Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => SerializeToStreamAsync(stream, context);
}

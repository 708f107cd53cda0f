namespace System.Net.Http;

internal static class HttpContentCopyPolyfills
{
    public static Task CopyToAsync(
        this HttpContent content, Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        return content.CopyToAsync(stream, context);
    }
}

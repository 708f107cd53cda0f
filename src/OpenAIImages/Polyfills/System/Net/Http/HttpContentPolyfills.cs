namespace System.Net.Http;

internal static class HttpContentPolyfills
{
    public static Task<Stream> ReadAsStreamAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        return content.ReadAsStreamAsync();
    }
}

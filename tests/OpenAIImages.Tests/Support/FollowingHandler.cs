namespace OpenAIImages.Tests.Support;

/// <summary>A primary handler of a type that the client cannot know, and that follows redirects.</summary>
internal sealed class FollowingHandler : HttpMessageHandler
{
    private readonly HttpMessageInvoker _sockets = new(new SocketsHttpHandler());

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
        => _sockets.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _sockets.Dispose();
        }

        base.Dispose(disposing);
    }
}

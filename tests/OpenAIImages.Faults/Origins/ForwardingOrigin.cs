using System.Net.Http.Headers;

namespace OpenAIImages.Faults.Origins;

/// <summary>Forwards requests to another service on this machine, such as the offline service, and counts
/// them.</summary>
/// <param name="upstream">The address of the other service.</param>
internal sealed class ForwardingOrigin(Uri upstream) : IOrigin, IDisposable
{
    private readonly HttpClient _http = new();
    private int _requestsPaid;

    /// <summary>Gets the number of requests; each requests one picture.</summary>
    public int PicturesMade => RequestsPaid;

    public int RequestsPaid => Volatile.Read(ref _requestsPaid);

    public IReadOnlyCollection<string> Breaches => [];

    public async ValueTask<WireReply> AnswerAsync(
        WireRequest request, Uri self, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(upstream, request.Target))
        {
            Content = new ByteArrayContent(request.Body),
        };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.Header("Content-Type")!);
        message.Headers.Authorization = AuthenticationHeaderValue.Parse(request.Header("Authorization")!);
        using var reply = await _http.SendAsync(message, cancellationToken);
        Interlocked.Increment(ref _requestsPaid);

        return new WireReply(
            $"{(int)reply.StatusCode} {reply.ReasonPhrase}",
            $"Content-Type: {reply.Content.Headers.ContentType}\r\n",
            await reply.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    public void Dispose() => _http.Dispose();
}

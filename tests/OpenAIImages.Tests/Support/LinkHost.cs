using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenAIImages.Tests.Support;

/// <summary>A host of links on this machine, that says byte for byte what a test wants it to.</summary>
internal sealed class LinkHost : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Queue<(string Head, byte[] Body)> _replies = [];
    private readonly Task _serving;

    public LinkHost()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>What was asked, in order: the first line and all headers.</summary>
    public List<string> Received { get; } = [];

    public Uri Link => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/picture.png?sig=secret");

    /// <summary>Answers with a body; <paramref name="sent"/> is how much of it comes before the connection is
    /// closed.</summary>
    public LinkHost Replies(string status, byte[] body, string headers = "", int? sent = null)
    {
        var length = body.Length.ToString(CultureInfo.InvariantCulture);
        _replies.Enqueue((
            $"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n",
            body[..(sent ?? body.Length)]));

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var connection = await _listener.AcceptTcpClientAsync(_end.Token);
            await using var stream = connection.GetStream();
            Received.Add(await ReadHeadAsync(stream));
            var (head, body) = _replies.Dequeue();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _end.Token);
            await stream.WriteAsync(body, _end.Token);
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var head = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 } line)
        {
            head.Append(line).Append('\n');
        }

        return head.ToString();
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenAIImages.Tests.Support;

/// <summary>A server on this machine that keeps every byte of its requests and answers each with its next
/// reply.</summary>
/// <remarks>A request beyond the last reply gets status 500, so that a test fails and does not hang.</remarks>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private const string End = "\r\n\r\n";

    private static readonly byte[] NoReply =
        "HTTP/1.1 500 No reply left\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Queue<byte[]> _replies = [];
    private readonly Task _serving;
    private byte[] _last = NoReply;

    public LoopbackServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The requests in order, each whole, with one character for each byte.</summary>
    public List<string> Received { get; } = [];

    public string Authority => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public Uri Endpoint => new($"http://{Authority}/v1/");

    public Uri Link => new($"http://{Authority}/picture.png?sig=secret");

    /// <summary>Answers one request.</summary>
    /// <param name="status">The status and its reason.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">Further headers, each with its line break.</param>
    /// <param name="sent">The bytes of the body that are sent before the connection closes; all by default.</param>
    public LoopbackServer Replies(string status, byte[] body, string headers = "", int? sent = null)
    {
        _replies.Enqueue(Write(status, body, headers, sent ?? body.Length));

        return this;
    }

    /// <summary>Answers every request that has no reply of its own.</summary>
    /// <param name="status">The status and its reason; <see langword="null"/> closes the connection.</param>
    /// <param name="headers">Further headers, each with its line break.</param>
    /// <param name="body">The body, in ASCII.</param>
    public LoopbackServer RepliesAlways(string? status, string headers = "", string body = "")
    {
        _last = status is null ? [] : Write(status, Encoding.ASCII.GetBytes(body), headers, body.Length);

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private static byte[] Write(string status, byte[] body, string headers, int sent)
    {
        var length = body.Length.ToString(CultureInfo.InvariantCulture);
        var head = $"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n";

        return [.. Encoding.ASCII.GetBytes(head), .. body[..sent]];
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var connection = await _listener.AcceptTcpClientAsync(_end.Token);
            await using var stream = connection.GetStream();
            Received.Add(await ReadAsync(stream));
            await stream.WriteAsync(_replies.TryDequeue(out var reply) ? reply : _last, _end.Token);
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var request = new StringBuilder();
        var buffer = new byte[16_384];
        while (!IsWhole(request.ToString()) && await stream.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            request.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return request.ToString();
    }

    private static bool IsWhole(string request)
    {
        var head = request.IndexOf(End, StringComparison.Ordinal) + End.Length;
        if (head < End.Length)
        {
            return false;
        }

        const string name = "Content-Length: ";
        if (request.IndexOf(name, 0, head, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var value = request[(at + name.Length)..request.IndexOf('\r', at)];

            return request.Length - head >= int.Parse(value, CultureInfo.InvariantCulture);
        }

        return !request[..head].Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
            || request.EndsWith("\r\n0" + End, StringComparison.Ordinal);
    }
}

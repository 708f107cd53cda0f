using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenAIImages.Tests.Support;

/// <summary>A server on this machine that keeps every byte it is sent and always gives the same reply.</summary>
internal sealed class Origin : IAsyncDisposable
{
    private const string End = "\r\n\r\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly string _reply;
    private readonly Task _serving;

    /// <param name="status">The status of the reply; empty for none, and the connection is closed.</param>
    /// <param name="headers">Headers of the reply, each with its line break.</param>
    /// <param name="body">The body of the reply, of ASCII.</param>
    public Origin(string status, string headers = "", string body = "")
    {
        var length = body.Length.ToString(CultureInfo.InvariantCulture);
        _reply = status.Length == 0
            ? ""
            : $"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n{body}";
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The requests in order, each whole, a byte a character.</summary>
    public List<string> Received { get; } = [];

    public Uri Endpoint => new($"http://{Authority}/v1/");

    public string Authority => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

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
            var request = new StringBuilder();
            var buffer = new byte[16_384];
            while (!IsWhole(request.ToString()) && await stream.ReadAsync(buffer, _end.Token) is > 0 and var read)
            {
                request.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }

            Received.Add(request.ToString());
            await stream.WriteAsync(Encoding.ASCII.GetBytes(_reply), _end.Token);
        }
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

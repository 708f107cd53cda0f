using System.Globalization;
using System.Net.Sockets;
using System.Text;
using OpenAIImages.Faults.Origins;

namespace OpenAIImages.Faults.Proxies;

/// <summary>One request and its reply on a connection, with the actions of a fault.</summary>
/// <remarks>All methods that end the connection return <see langword="false"/>, and the fault returns this
/// value.</remarks>
internal sealed class Exchange(Socket socket, IOrigin origin, Uri self, CancellationToken cancellationToken)
{
    private const int MostHeaderBytes = 64 * 1024;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private byte[] _early = [];

    /// <summary>Gets the request; <see langword="null"/> until it is read whole.</summary>
    public WireRequest? Request { get; private set; }

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Reads the first line and the headers.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var received = new MemoryStream();
        while (received.Length < MostHeaderBytes)
        {
            var read = await ReceiveAsync();
            received.Write(_buffer, 0, read);
            var end = received.GetBuffer().AsSpan(0, (int)received.Length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                _early = received.ToArray()[(end + 4)..];

                return Encoding.Latin1.GetString(received.GetBuffer(), 0, end);
            }
        }

        throw new InvalidDataException("The request has no end of its headers.");
    }

    /// <summary>Reads the beginning of the body.</summary>
    public async Task ReadSomeAsync(int bytes)
    {
        for (var rest = bytes - _early.Length; rest > 0;)
        {
            rest -= await ReceiveAsync();
        }
    }

    /// <summary>Reads the whole request.</summary>
    public async Task<WireRequest> ReadAsync()
    {
        var request = new WireRequest(await ReadHeadAsync(), []);
        var body = new MemoryStream();
        body.Write(_early);
        var length = request.Header("Content-Length") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        var isChunked = request.Header("Transfer-Encoding") is not null;
        while (isChunked ? !EndsInLastChunk(body) : body.Length < length)
        {
            var read = await ReceiveAsync();
            body.Write(_buffer, 0, read);
        }

        return Request = request with { Body = body.ToArray() };
    }

    /// <summary>Reads the request and returns the answer of the origin; from then on the request is paid for.</summary>
    public async Task<WireReply> AnswerAsync()
        => await origin.AnswerAsync(await ReadAsync(), self, cancellationToken);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, cancellationToken)..];
        }
    }

    /// <summary>Resets the connection.</summary>
    public bool Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();

        return false;
    }

    /// <summary>Closes the sending side of the connection, and waits until the client closes the other side.</summary>
    public async Task<bool> CloseAsync()
    {
        socket.Shutdown(SocketShutdown.Send);

        return await HoldAsync();
    }

    /// <summary>Sends no more bytes, and waits until the client closes the connection.</summary>
    public async Task<bool> HoldAsync()
    {
        while (await socket.ReceiveAsync(_buffer, cancellationToken) > 0)
        {
        }

        return false;
    }

    // The origin only searches the body for an order, so the body may keep its chunks.
    private static bool EndsInLastChunk(MemoryStream body)
        => body.GetBuffer().AsSpan(0, (int)body.Length).EndsWith("0\r\n\r\n"u8);

    private async Task<int> ReceiveAsync()
        => await socket.ReceiveAsync(_buffer, cancellationToken) is > 0 and var read
            ? read
            : throw new IOException("The client left before its request was whole.");
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using OpenAIImages.Faults.Origins;

namespace OpenAIImages.Faults.Proxies;

/// <summary>A proxy before an origin on this machine that plays the faults of a source, byte for byte.</summary>
/// <remarks>A connection counts as open until the client closes it, so that a test finds a forgotten one.</remarks>
internal sealed class FaultProxy : IAsyncDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly IOrigin _origin;
    private readonly IFaultSource _faults;
    private readonly Task _accepting;
    private readonly ConcurrentDictionary<Task, Socket> _serving = [];

    public FaultProxy(IOrigin origin, IFaultSource faults)
    {
        _origin = origin;
        _faults = faults;
        _listener.Start(backlog: 512);
        Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1/");
        _accepting = AcceptAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>Gets how many connections the client has not closed.</summary>
    public int OpenConnections => _serving.Count;

    /// <summary>Waits until the client has closed all its present connections.</summary>
    /// <returns>Whether the client closed them within the time limit.</returns>
    public async Task<bool> IsLeftAsync(TimeSpan limit)
    {
        var leaving = Task.WhenAll(_serving.Keys);
        await leaving.WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        return leaving.IsCompleted;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var socket = await _listener.AcceptSocketAsync(_end.Token);

            // Another thread serves the connection: a fast client would keep this loop from accepting others.
            var serving = Task.Run(() => ServeAsync(socket));
            _serving[serving] = socket;
            _ = ForgetAsync(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            while (await PeekAsync(socket) is { } first)
            {
                var fault = _faults.Next(isLink: first == (byte)'G');
                var serving = fault.ServeAsync(new Exchange(socket, _origin, Endpoint, _end.Token));
                if (fault.TakesPatience)
                {
                    await WearOutAsync(serving);
                }

                if (!await serving)
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            // The client closed the connection; it may do so at any time.
        }
        finally
        {
            socket.Dispose();
        }
    }

    // The client has this time to read the bytes before the silence. A slower client gets the time again.
    private async Task WearOutAsync(Task serving)
    {
        var end = _end.Token;
        while (!end.IsCancellationRequested
            && await Task.WhenAny(serving, Task.Delay(Silence, end)) != serving)
        {
            _faults.EndPatience();
        }
    }

    private async Task ForgetAsync(Task serving)
    {
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _serving.TryRemove(serving, out _);
    }

    // Some faults do not read the request, so this method leaves the first byte in the socket.
    private async Task<byte?> PeekAsync(Socket socket)
    {
        var first = new byte[1];

        return await socket.ReceiveAsync(first, SocketFlags.Peek, _end.Token) > 0 ? first[0] : null;
    }
}

using System.Net;
using System.Net.Sockets;

namespace OpenAIImages.Faults.Proxies;

/// <summary>A host that no call should connect to. It counts its visitors and closes their connections.</summary>
internal sealed class Stranger : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private int _visitors;

    public Stranger()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public int Visitors => Volatile.Read(ref _visitors);

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
            using var visitor = await _listener.AcceptSocketAsync(_end.Token);
            Interlocked.Increment(ref _visitors);
        }
    }
}

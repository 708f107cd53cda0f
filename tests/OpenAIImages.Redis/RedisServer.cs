using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpenAIImages.Redis;

/// <summary>A Redis server for one test, in an empty directory, on a free port of this machine.</summary>
/// <remarks>The server writes each command to the disk before it answers, so that a restart keeps all
/// leases.</remarks>
internal sealed class RedisServer : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("openai-images-redis-");
    private readonly int _port = FreePort();
    private Process? _process;

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    /// <summary>Starts the server, and waits until it listens.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo("redis-server")
        {
            ArgumentList =
            {
                "--port", _port.ToString(CultureInfo.InvariantCulture),
                "--bind", "127.0.0.1",
                "--save", "",
                "--appendonly", "yes",
                "--appendfsync", "always",
                "--dir", _directory.FullName,
            },
            RedirectStandardOutput = true,
        })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line
            && !line.Contains("Ready to accept connections", StringComparison.Ordinal))
        {
            // The server tells its version and its settings first.
        }

        _ = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Stops the server, as a crash does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Freezes the server: it keeps its connections and answers nothing.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    /// <summary>Continues a frozen server.</summary>
    public Task ThawAsync() => SignalAsync("-CONT");

    public void Dispose()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _directory.Delete(recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

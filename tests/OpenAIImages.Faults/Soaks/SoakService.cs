using System.Diagnostics;
using System.Text.Json;

namespace OpenAIImages.Faults.Soaks;

/// <summary>The service of a soak and the proxy before it, in a process of their own, so that their memory is not
/// taken for the client's.</summary>
internal sealed class SoakService : IAsyncDisposable
{
    private readonly Process _process;

    private SoakService(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    /// <summary>Gets the address of the proxy.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts the process.</summary>
    public static async Task<SoakService> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["soak-service"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var endpoint = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The service did not start.");

        return new SoakService(process, new Uri(endpoint));
    }

    /// <summary>Asks for a sample.</summary>
    /// <param name="waitsUntilLeft">Whether the service first waits for the client to close its connections.</param>
    public async Task<ServiceSample> TakeAsync(bool waitsUntilLeft = false)
    {
        await _process.StandardInput.WriteLineAsync(waitsUntilLeft ? "left" : "now");
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The service ended before the soak.");

        return JsonSerializer.Deserialize<ServiceSample>(line)!;
    }

    public async ValueTask DisposeAsync()
    {
        // The service runs until its input ends.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

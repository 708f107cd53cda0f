using System.Diagnostics;
using System.Globalization;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>A service in its own process, so that its memory and its start do not count.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServiceProcess(Process process, string endpoint) => (_process, Endpoint) = (process, endpoint);

    /// <summary>Gets the address to give to clients.</summary>
    public string Endpoint { get; }

    /// <summary>Starts a server that answers every request with the same picture.</summary>
    /// <param name="program">The program that serves.</param>
    /// <param name="pictureMiB">The size of the picture, in MiB.</param>
    public static Task<ServiceProcess> ServeAsync(PublishedProgram program, int pictureMiB)
        => StartAsync(program, "serve", pictureMiB.ToString(CultureInfo.InvariantCulture));

    /// <summary>Starts a server that serves the output file of a batch.</summary>
    /// <param name="program">The program that serves.</param>
    /// <param name="pictureMiB">The size of each picture, in MiB.</param>
    public static Task<ServiceProcess> ServeBatchAsync(PublishedProgram program, int pictureMiB)
        => StartAsync(program, "serve-batch", pictureMiB.ToString(CultureInfo.InvariantCulture));

    /// <summary>Starts the emulator.</summary>
    /// <param name="program">The program that runs it.</param>
    public static Task<ServiceProcess> EmulateAsync(PublishedProgram program) => StartAsync(program, "emulate");

    public async ValueTask DisposeAsync()
    {
        // The process serves until its input ends.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ServiceProcess> StartAsync(PublishedProgram program, params string[] arguments)
    {
        var process = ChildProcess.Start(program.File, arguments);
        var endpoint = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The service did not start.");

        return new ServiceProcess(process, endpoint);
    }
}

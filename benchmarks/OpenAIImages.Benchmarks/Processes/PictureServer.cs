using System.Diagnostics;
using System.Globalization;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>The service in a process of its own, so that its memory and its start do not count.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    private readonly Process _process;

    private PictureServer(Process process, string endpoint) => (_process, Endpoint) = (process, endpoint);

    /// <summary>Gets the address to give to clients.</summary>
    public string Endpoint { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="program">The program that serves.</param>
    /// <param name="pictureMiB">The size of the picture that it answers with, in MiB.</param>
    public static async Task<PictureServer> StartAsync(PublishedProgram program, int pictureMiB)
    {
        var process = ChildProcess.Start(
            program.File, "serve", pictureMiB.ToString(CultureInfo.InvariantCulture));
        var endpoint = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The server did not start.");

        return new PictureServer(process, endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        // It serves until its input ends.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

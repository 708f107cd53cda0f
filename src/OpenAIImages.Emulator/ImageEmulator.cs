using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.Emulator.Endpoints;

namespace OpenAIImages.Emulator;

/// <summary>A service in this process that speaks the OpenAI Images API and draws what the prompt says.</summary>
/// <remarks>
/// <para>
/// It listens on the loopback address alone, over plain HTTP, and needs no network, no account and no money. It reads
/// nothing of the host process: no settings files, no environment variables, no arguments; it writes nothing to the
/// console and leaves Ctrl+C alone. Any number can run side by side.
/// </para>
/// <para>All members are safe for concurrent use.</para>
/// </remarks>
public sealed class ImageEmulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly RequestJournal _journal;
    private readonly Lazy<Task> _stopping;

    private ImageEmulator(WebApplication application, RequestJournal journal)
    {
        _application = application;
        _journal = journal;
        _stopping = new Lazy<Task>(StopAsync);
        var server = application.Services.GetRequiredService<IServer>();
        Endpoint = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + "/v1/");
    }

    /// <summary>Gets the address to give to a client as its base address.</summary>
    /// <value>For example <c>http://127.0.0.1:40123/v1/</c>. The routes answer without <c>v1/</c> as well.</value>
    public Uri Endpoint { get; }

    /// <summary>Gets what has arrived so far, oldest first: a snapshot, which later requests do not change.</summary>
    /// <value>
    /// At most the last <see cref="ImageEmulatorOptions.MaxReceived"/> requests, refused ones and fetched links among
    /// them. A request is there before its reply is. Readable after the emulator has been disposed of.
    /// </value>
    public IReadOnlyList<ReceivedRequest> Received => _journal.Snapshot();

    /// <summary>Starts an emulator, and returns once it accepts connections.</summary>
    /// <param name="options">How it shall behave; the defaults when <see langword="null"/>. Copied: what is changed
    /// afterwards has no effect.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The emulator. Dispose of it to close the socket.</returns>
    /// <exception cref="ArgumentException"><paramref name="options"/> has mistakes; the message lists all of them.
    /// </exception>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ImageEmulator> StartAsync(
        ImageEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var settings = (options ?? new ImageEmulatorOptions()).Copy();
        ImageEmulatorOptionsValidator.Validate(settings, nameof(options));

        var journal = new RequestJournal(settings);
        var application = EmulatorApplication.Build(settings, journal);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);

            return new ImageEmulator(application, journal);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);

            throw;
        }
    }

    /// <summary>Closes the socket. Requests under way are cut off: their clients see the connection fail.</summary>
    /// <returns>A task that ends when the port is free again. Calling more than once is harmless.</returns>
    public ValueTask DisposeAsync() => new(_stopping.Value);

    private async Task StopAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }
}

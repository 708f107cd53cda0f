using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.Emulator.Endpoints;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Pipeline;

namespace OpenAIImages.Emulator;

/// <summary>A service in this process that speaks the OpenAI Images API and draws what the prompt says.</summary>
/// <remarks>
/// <para>
/// It listens only on the loopback address, over plain HTTP, and needs no network, no account and no money. It reads no
/// settings file, environment variable or argument of the host process. It writes nothing to the console and does not
/// handle Ctrl+C. Any number of emulators can run side by side.</para>
/// <para>All members are safe for concurrent use.</para>
/// </remarks>
public sealed class ImageEmulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly RequestJournal _journal;
    private readonly FaultBook _faults;
    private readonly EmulatorStores _stores;
    private readonly Lazy<Task> _stopping;

    private ImageEmulator(
        WebApplication application, RequestJournal journal, FaultBook faults, EmulatorStores stores)
    {
        _application = application;
        _stores = stores;
        _journal = journal;
        _faults = faults;
        _stopping = new Lazy<Task>(StopAsync);
        var server = application.Services.GetRequiredService<IServer>();
        Endpoint = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + "/v1/");
    }

    /// <summary>Gets the address to give to a client as its base address.</summary>
    /// <value>For example <c>http://127.0.0.1:40123/v1/</c>. The routes answer without <c>v1/</c> as well.</value>
    public Uri Endpoint { get; }

    /// <summary>Gets the requests that have arrived so far, oldest first: a snapshot, which later requests do not
    /// change.</summary>
    /// <value>
    /// At most the last <see cref="ImageEmulatorOptions.MaxReceived"/> requests, including refused requests and fetched
    /// links. A request is listed before its reply is sent. The list can be read after the emulator was disposed of.
    /// </value>
    public IReadOnlyList<ReceivedRequest> Received => _journal.Snapshot();

    /// <summary>Starts an emulator, and returns once it accepts connections.</summary>
    /// <param name="options">The settings; the defaults when <see langword="null"/>. The emulator copies them: later
    /// changes have no effect.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The emulator. Dispose of it to close the socket.</returns>
    /// <exception cref="ArgumentException"><paramref name="options"/> has mistakes; the message lists all of them.
    /// </exception>
    /// <exception cref="IOException">The port is in use, or another emulator uses the folder of
    /// <see cref="ImageEmulatorOptions.FilesFolder"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write to the folder of
    /// <see cref="ImageEmulatorOptions.FilesFolder"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ImageEmulator> StartAsync(
        ImageEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var settings = (options ?? new ImageEmulatorOptions()).Copy();
        ImageEmulatorOptionsValidator.Validate(settings, nameof(options));

        var journal = new RequestJournal(settings);
        var faults = new FaultBook();
        var stores = new EmulatorStores(settings);
        var application = EmulatorApplication.Build(settings, journal, faults, stores);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);

            return new ImageEmulator(application, journal, faults, stores);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            await stores.DisposeAsync().ConfigureAwait(false);

            throw;
        }
    }

    /// <summary>Waits until a number of requests have arrived since the start.</summary>
    /// <param name="count">The number of requests, 1 or more. Requests that the emulator no longer keeps count as well.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns><see cref="Received"/> at that moment. Some replies may not have been sent yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of before the requests arrived.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IReadOnlyList<ReceivedRequest>> WaitForRequestsAsync(
        int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        await _journal.WaitAsync(count, cancellationToken).ConfigureAwait(false);

        return Received;
    }

    /// <summary>Waits until a batch is over, or has reached a state.</summary>
    /// <param name="batchId">The id of the batch.</param>
    /// <param name="status">The state, for example <c>in_progress</c>; <see langword="null"/> waits for the end.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The state of the batch after the wait: <paramref name="status"/>, or <c>completed</c>, <c>failed</c>,
    /// <c>expired</c> or <c>cancelled</c> when it ended without reaching it.</returns>
    /// <exception cref="ArgumentException">There is no such batch.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of during the wait.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<string> WaitForBatchAsync(
        string batchId, string? status = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batchId);
        var batch = _stores.Batches.Find(batchId)
            ?? throw new ArgumentException($"There is no batch '{batchId}'.", nameof(batchId));

        return await batch.WaitAsync(status, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes requests for images fail from now on.</summary>
    /// <param name="fault">The fault: a ready-made one, such as <see cref="EmulatorFault.RateLimit"/>, or your own.
    /// </param>
    /// <param name="times">The number of requests that fail, 1 or more; all requests when <see langword="null"/>.
    /// </param>
    /// <param name="when">Chooses the requests that fail; any when <see langword="null"/>.</param>
    /// <returns>The failure: it counts the requests that it strikes, and ends when it is disposed of.</returns>
    /// <remarks>When several failures could strike a request, the oldest one strikes it, so that failures of one time
    /// each come in their order. A failure does not strike requests that are refused for their key, the length of their
    /// body or a limit of the options.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is not positive.</exception>
    public EmulatorFailure Fail(EmulatorFault fault, int? times = null, Func<ReceivedRequest, bool>? when = null)
        => Fail(fault, new FaultConditions { Times = times, When = when });

    /// <summary>Makes requests that meet conditions fail from now on.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="conditions">The requests that fail: by a header, by words in the prompt, by chance with a seed.
    /// </param>
    /// <returns>The failure: it counts the requests that it strikes, and ends when it is disposed of.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public EmulatorFailure Fail(EmulatorFault fault, FaultConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(conditions);

        return _faults.Add(fault, conditions);
    }

    /// <summary>Closes the socket, cuts off open requests, abandons batches and removes temporary files.</summary>
    /// <returns>A task that ends when the port is free again. Clients of open requests see the connection fail. A
    /// second call is harmless.</returns>
    public ValueTask DisposeAsync() => new(_stopping.Value);

    private async Task StopAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        _journal.Close();
        await _application.DisposeAsync().ConfigureAwait(false);
        await _stores.DisposeAsync().ConfigureAwait(false);
    }
}

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
    /// <exception cref="IOException">The port is in use, or another emulator has the folder of
    /// <see cref="ImageEmulatorOptions.FilesFolder"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder of <see cref="ImageEmulatorOptions.FilesFolder"/> may
    /// not be written to.</exception>
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

    /// <summary>Waits until so many requests have arrived since the start.</summary>
    /// <param name="count">How many, 1 or more; requests that are no longer kept count as well.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns><see cref="Received"/> at that moment; the replies may still be under way.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    /// <exception cref="ObjectDisposedException">The emulator is disposed of before they arrive.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IReadOnlyList<ReceivedRequest>> WaitForRequestsAsync(
        int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        await _journal.WaitAsync(count, cancellationToken).ConfigureAwait(false);

        return Received;
    }

    /// <summary>Waits until a batch is over, or in a state.</summary>
    /// <param name="batchId">The id of the batch.</param>
    /// <param name="status">The state, for example <c>in_progress</c>; <see langword="null"/> waits for the end.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The state that the batch is in then: the one asked for, or <c>completed</c>, <c>failed</c>,
    /// <c>expired</c> or <c>cancelled</c> when it ended without that.</returns>
    /// <exception cref="ArgumentException">There is no such batch.</exception>
    /// <exception cref="ObjectDisposedException">The emulator is disposed of before.</exception>
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
    /// <param name="fault">What goes wrong: a ready-made one, such as <see cref="EmulatorFault.RateLimit"/>, or one of
    /// your own.</param>
    /// <param name="times">How many requests fail, 1 or more; all of them when <see langword="null"/>.</param>
    /// <param name="when">Which requests fail; any when <see langword="null"/>.</param>
    /// <returns>The failure: it counts the requests that it strikes, and ends when it is disposed of.</returns>
    /// <remarks>A request that several failures could strike is struck by the oldest of them, so that failures of one
    /// time each are played in their order. Requests that were refused for their key, the length of their body or a
    /// limit of the options are not struck.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is not positive.</exception>
    public EmulatorFailure Fail(EmulatorFault fault, int? times = null, Func<ReceivedRequest, bool>? when = null)
        => Fail(fault, new FaultConditions { Times = times, When = when });

    /// <summary>Makes requests fail from now on that meet conditions.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="conditions">Which requests fail: by a header, by words in the prompt, by chance with a seed.
    /// </param>
    /// <returns>The failure: it counts the requests that it strikes, and ends when it is disposed of.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public EmulatorFailure Fail(EmulatorFault fault, FaultConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(conditions);

        return _faults.Add(fault, conditions);
    }

    /// <summary>Closes the socket and removes temporary files. Requests under way are cut off: their clients see the
    /// connection fail. Batches are abandoned.</summary>
    /// <returns>A task that ends when the port is free again. Calling more than once is harmless.</returns>
    public ValueTask DisposeAsync() => new(_stopping.Value);

    private async Task StopAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        _journal.Close();
        await _application.DisposeAsync().ConfigureAwait(false);
        await _stores.DisposeAsync().ConfigureAwait(false);
    }
}

using OpenAIImages.Emulator.Webhooks;

namespace OpenAIImages.Emulator.Batches;

/// <summary>Keeps the batches of the service, and runs them.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class BatchStore(
    BatchRun run, WebhookSender webhooks, ImageEmulatorOptions options) : IAsyncDisposable
{
    // An engine that ignores its token must not delay the end forever.
    private static readonly TimeSpan GraceAtTheEnd = TimeSpan.FromSeconds(2);

    private readonly object _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Batch> _batches = [];
    private readonly HashSet<Task> _running = [];

    /// <summary>Takes an order, and starts to work on it.</summary>
    public Batch Create(BatchOrder order)
    {
        var batch = new Batch(order, options.BatchStepTime, options.TimeProvider);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, typeof(ImageEmulator));
            _batches.Add(batch);
            var input = run.Open(order);

            // The work runs on other threads, while the endpoint answers the creation.
            var work = Task.Run(() => WorkAsync(batch, input));
            _running.Add(work);
            work.ContinueWith(Forget, TaskScheduler.Default);
        }

        return batch;
    }

    /// <summary>Begins to cancel a batch.</summary>
    /// <returns>Whether the batch is now being cancelled; <see langword="false"/> when it is over or is finalizing.
    /// </returns>
    public bool Cancel(Batch batch) => batch.Cancel(options.BatchStepTime);

    public Batch? Find(string id)
    {
        lock (_lock)
        {
            return _batches.Find(batch => batch.Id == id);
        }
    }

    /// <summary>Lists the batches, newest first.</summary>
    public IReadOnlyList<Batch> List()
    {
        lock (_lock)
        {
            return [.. _batches.AsEnumerable().Reverse()];
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_lock)
        {
            running = [.. _running];
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(Task.WhenAll(running), Task.Delay(GraceAtTheEnd)).ConfigureAwait(false);
        foreach (var batch in List())
        {
            batch.Dispose();
        }
    }

    private async Task WorkAsync(Batch batch, Stream input)
    {
        await run.RunAsync(batch, input, _stopping.Token).ConfigureAwait(false);
        var end = batch.State;
        _ = webhooks.SendAsync(WebhookEvent.OfBatch(batch.Id, end.Status, end.Since[end.Status]));
    }

    private void Forget(Task work)
    {
        lock (_lock)
        {
            _running.Remove(work);
        }
    }
}

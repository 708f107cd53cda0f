using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using OpenAIImages.Many.Running;

namespace OpenAIImages.Batches.Running;

/// <summary>Runs a large job in batches: creates the batches, waits for each, and reads its results.</summary>
/// <remarks>A fault of the sequence waits: the batches before it are paid for, and their outcomes come first.</remarks>
internal sealed class BatchRun
{
    private readonly IImageBatchClient _client;
    private readonly ImageManyOptions _options;
    private readonly BatchProgress _progress;
    private readonly Dictionary<string, ImageWorkItem> _open = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly List<(string BatchId, int Looked)> _created = [];
    private ExceptionDispatchInfo? _fault;

    /// <param name="client">The client.</param>
    /// <param name="options">The settings of the job.</param>
    /// <exception cref="ArgumentException">The options ask for something that a batch cannot do.</exception>
    public BatchRun(IImageBatchClient client, ImageManyOptions options)
    {
        (_client, _options, _progress) = (client, options, new BatchProgress(options));
        var refused = options.InOrder ? nameof(options.InOrder)
            : options.Journal is not null ? nameof(options.Journal)
            : options.RepeatPossiblyBilled ? nameof(options.RepeatPossiblyBilled)
            : options.Sidecars ? nameof(options.Sidecars)
            : null;
        if (refused is not null)
        {
            throw new ArgumentException($"A batch cannot do what {refused} asks for.", nameof(options));
        }
    }

    public async IAsyncEnumerable<ImageWorkResult> RunAsync(
        IAsyncEnumerable<ImageWorkItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = new List<Task<ImageBatch>>();
        try
        {
            await CreateAsync(items, waiting, stop.Token).ConfigureAwait(false);
            _progress.Begin(_ids.Count);
            while (waiting.Count > 0)
            {
                var ended = await Task.WhenAny(waiting).ConfigureAwait(false);
                waiting.Remove(ended);
                var batch = await ended.ConfigureAwait(false);
                await foreach (var outcome in ReadAsync(batch, cancellationToken).ConfigureAwait(false))
                {
                    _progress.End(outcome);
                    yield return outcome;
                }
            }

            _fault?.Throw();
        }
        finally
        {
            // A consumer who has left needs no further wait. The batches themselves continue.
            stop.Cancel();
            var rest = Task.WhenAll(waiting);
            await Task.WhenAny(rest).ConfigureAwait(false);

            // Reading a late exception keeps it out of TaskScheduler.UnobservedTaskException.
            _ = rest.Exception;
        }
    }

    private async Task CreateAsync(
        IAsyncEnumerable<ImageWorkItem> items, List<Task<ImageBatch>> waiting, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var batch in _client
                .CreateManyAsync(Remember(items, cancellationToken), options: null, cancellationToken)
                .ConfigureAwait(false))
            {
                _created.Add((batch.Id, _ids.Count));
                waiting.Add(_client.WaitAsync(batch, new ImageBatchWaitOptions(), cancellationToken));
            }
        }
        catch (Exception e) when (waiting.Count > 0 && !cancellationToken.IsCancellationRequested)
        {
            _fault = ExceptionDispatchInfo.Capture(e);
        }
    }

    // A list stays a list, since the client repeats an upload only for a list.
    private IAsyncEnumerable<ImageWorkItem> Remember(
        IAsyncEnumerable<ImageWorkItem> items, CancellationToken cancellationToken)
        => items is ItemList list
            ? new ItemList(new WatchedItems(list.Items, Remember))
            : RememberAsync(items, cancellationToken);

    private async IAsyncEnumerable<ImageWorkItem> RememberAsync(
        IAsyncEnumerable<ImageWorkItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Remember(item);
            yield return item;
        }
    }

    private void Remember(ImageWorkItem? item)
    {
        if (item is not null)
        {
            _open[item.Id] = item;
            _ids.Add(item.Id);
        }
    }

    private async IAsyncEnumerable<ImageWorkResult> ReadAsync(
        ImageBatch batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ImageClientException? broken = null;
        if (batch.Status != ImageBatchStatus.Failed)
        {
            var options = new ImageBatchReadOptions { Destination = DestinationOf, Prices = _options.Prices };
            await foreach (var result in _client
                .ReadResultsAsync(batch, options, cancellationToken).ConfigureAwait(false))
            {
                if (result.Id is { } id && _open.TryGetValue(id, out var item))
                {
                    _open.Remove(id);
                    yield return BatchOutcome.Of(item, result);
                }
                else
                {
                    // The line belongs to no known piece. The real piece of the line gets the outcome "missing" with
                    // this cause.
                    broken ??= result.Exception;
                }
            }
        }

        foreach (var id in IdsOf(batch.Id))
        {
            if (_open.TryGetValue(id, out var item))
            {
                _open.Remove(id);
                yield return BatchOutcome.Missing(item, batch, broken);
            }
        }
    }

    private ImageDestination? DestinationOf(string id)
        => _open.TryGetValue(id, out var item) ? item.Destination ?? _options.Destination?.Invoke(item) : null;

    // Each batch but the last ended at a piece that did not fit into it. That piece was taken from the sequence before.
    private IEnumerable<string> IdsOf(string batchId)
    {
        var at = _created.FindIndex(created => created.BatchId == batchId);
        var start = at == 0 ? 0 : _created[at - 1].Looked - 1;
        var end = at == _created.Count - 1 && _fault is null ? _ids.Count : _created[at].Looked - 1;

        return _ids.Skip(start).Take(end - start);
    }
}

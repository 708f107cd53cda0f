using System.Runtime.CompilerServices;

namespace OpenAIImages.Many.Running;

/// <summary>Runs a large job: takes pieces while fewer calls than allowed are under way, and returns outcomes as they
/// come.</summary>
/// <remarks>The consumer drives the job. While the consumer is busy with an outcome, no further piece begins. A slow
/// consumer therefore slows the job, and no more outcomes are in memory than calls may be under way.</remarks>
internal sealed class ManyRun(IImageClient client, ImageManyOptions options)
{
    private readonly Parallelism _parallelism =
        new(options.MaxParallelism, options.RateLimitTimeout, options.TimeProvider);

    private readonly List<Task<ImageWorkResult>> _underWay = [];

    public async IAsyncEnumerable<ImageWorkResult> RunAsync(
        IAsyncEnumerable<ImageWorkItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new ProgressCounter(options, _parallelism);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            options.FinishWhatIsUnderWay ? CancellationToken.None : cancellationToken);
        using var start = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var journal = options.Journal is null
            ? null
            : await RunJournal
                .OpenAsync(options.Journal, options.TimeProvider, start.Cancel, cancellationToken)
                .ConfigureAwait(false);
        var source = new ItemSource(items, cancellationToken);
        try
        {
            while (true)
            {
                while (source.HasNext && journal is not { HasFailed: true } && _underWay.Count < _parallelism.Current
                    && await source.TryTakeAsync(_underWay).ConfigureAwait(false) is { } item)
                {
                    progress.Begin();
                    _underWay.Add(Task.Run(
                        () => new ItemRun(client, options, _parallelism, journal)
                            .RunAsync(item, start.Token, stop.Token),
                        CancellationToken.None));
                }

                if (_underWay.Count == 0)
                {
                    break;
                }

                var ended = options.InOrder
                    ? _underWay[0]
                    : await Task.WhenAny(_underWay).ConfigureAwait(false);
                var result = await ended.ConfigureAwait(false);
                _underWay.Remove(ended);
                progress.End(result);
                yield return result;
            }

            journal?.ThrowIfFailed();
            source.ThrowIfFailed();
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            // A consumer who has left would not see the outcomes of the calls.
            start.Cancel();
            stop.Cancel();
            await Task.WhenAll(_underWay).ConfigureAwait(false);
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }
}

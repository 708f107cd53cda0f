using System.Collections;
using System.Runtime.CompilerServices;

namespace OpenAIImages.Emulator.Batches;

/// <summary>Carries out the requests of a batch, several at a time, and writes each answer to the disk before the next.
/// </summary>
/// <remarks><b>Memory.</b> The current requests with their pictures, and a bit for each request of the file.
/// </remarks>
internal sealed class BatchWork(
    BatchRequestRunner runner, Stream input, BatchOutput output, Batch batch, int count, int maxConcurrent)
{
    private readonly BitArray _done = new(count);

    /// <summary>Carries out all requests.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; unfinished requests are dropped.
    /// </exception>
    public Task RunAsync(CancellationToken cancellationToken)
        => Parallel.ForEachAsync(
            PrepareAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = maxConcurrent, CancellationToken = cancellationToken },
            async (request, token) =>
            {
                using var answer = await runner.RunAsync(batch.Order, request, token).ConfigureAwait(false);
                await output.WriteAsync(answer, () => Count(request, answer), token).ConfigureAwait(false);
            });

    /// <summary>Answers the requests that were not carried out in time.</summary>
    public async Task ExpireAsync(CancellationToken cancellationToken)
    {
        await foreach (var (index, line) in LinesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!_done[index])
            {
                using var answer = BatchRequestRunner.Expire(line);
                await output.WriteAsync(answer, CountFailure, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async IAsyncEnumerable<BatchRequest> PrepareAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (index, line) in LinesAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return runner.Prepare(batch, line, index);
        }
    }

    private async IAsyncEnumerable<(int Index, BatchLine Line)> LinesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        input.Position = 0;
        var index = 0;
        await foreach (var (_, bytes) in JsonLines.ReadAsync(input, cancellationToken).ConfigureAwait(false))
        {
            yield return (index++, BatchLine.Read(bytes.ToArray()));
        }
    }

    private void Count(BatchRequest request, BatchAnswer answer)
    {
        _done[request.Index] = true;
        if (answer.IsFailure)
        {
            CountFailure();

            return;
        }

        batch.Count(state => state with
        {
            Completed = state.Completed + 1,
            InputTokens = state.InputTokens + (answer.Usage?.Input ?? 0),
            OutputTokens = state.OutputTokens + (answer.Usage?.Output ?? 0),
        });
    }

    private void CountFailure() => batch.Count(state => state with { Failed = state.Failed + 1 });
}

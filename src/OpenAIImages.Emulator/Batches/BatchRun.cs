using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator.Files;
using OpenAIImages.Emulator.Pipeline;

namespace OpenAIImages.Emulator.Batches;

/// <summary>Leads a batch through its states, from the check of its input to its end.</summary>
/// <remarks>All times come from the emulator's clock.</remarks>
internal sealed class BatchRun(
    ImageEmulatorOptions options, FileStore files, BatchChecker checker, BatchRequestRunner runner, ILogger logger)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Opens the input of a batch.</summary>
    /// <remarks>The input stays open until the end: the batch can read it even when a client deletes the file.
    /// </remarks>
    public Stream Open(BatchOrder order)
        => files.Find(order.InputFileId) is { } file && files.Open(file) is { } input ? input : Stream.Null;

    /// <summary>Works until the batch is over.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="input">The input of the batch. This method disposes of it.</param>
    /// <param name="stopping">Signals that the emulator stops.</param>
    /// <exception cref="OperationCanceledException">The emulator is stopping.</exception>
    public async Task RunAsync(Batch batch, Stream input, CancellationToken stopping)
    {
        try
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, batch.CancelToken);
            await using (input.ConfigureAwait(false))
            {
                await batch.Stay.WaitAsync(ended.Token).ConfigureAwait(false);
                var found = await checker.CheckAsync(batch.Order, input, ended.Token).ConfigureAwait(false);
                if (found.Faults is [])
                {
                    await WorkAsync(batch, input, found, stopping).ConfigureAwait(false);
                }
                else
                {
                    Fail(batch, found);
                }
            }
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The batch was cancelled before it had any answer to keep.
            await batch.Stay.WaitAsync(stopping).ConfigureAwait(false);
            batch.Move(BatchStatus.Cancelling, BatchStatus.Cancelled);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            EmulatorLog.BrokenBatch(logger, e, batch.Id);
            batch.Move(
                batch.State.Status, BatchStatus.Failed, state => state with { Faults = [BatchFaults.Broken] });
        }
    }

    private static void Fail(Batch batch, BatchInput found)
    {
        if (!batch.Move(BatchStatus.Validating, BatchStatus.Failed, state => state with
        {
            Model = found.Model,
            Faults = found.Faults,
        }))
        {
            // A client cancelled the batch in this moment.
            throw new OperationCanceledException();
        }
    }

    private async Task WorkAsync(Batch batch, Stream input, BatchInput found, CancellationToken stopping)
    {
        var expires = batch.Created + Window;
        var left = expires - options.TimeProvider.GetUtcNow();

        // The timer starts before the new state is visible. A test that sees the state can then move the clock.
        using var expiry = new CancellationTokenSource(
            left > TimeSpan.Zero ? left : TimeSpan.Zero, options.TimeProvider);
        batch.Move(BatchStatus.Validating, BatchStatus.InProgress, state => state with
        {
            Model = found.Model,
            Total = found.Count,
            Expires = expires,
        });
        var output = new BatchOutput(files);
        await using (output.ConfigureAwait(false))
        {
            var work = new BatchWork(
                runner, input, output, batch, found.Count, options.MaxConcurrentBatchRequests);
            var (from, end) = await FinishAsync(batch, work, expiry.Token, stopping).ConfigureAwait(false);
            var (results, errors) = await output.KeepAsync(batch).ConfigureAwait(false);
            if (!batch.Move(from, end, Fill))
            {
                // A client cancelled the batch while it expired.
                await batch.Stay.WaitAsync(stopping).ConfigureAwait(false);
                batch.Move(BatchStatus.Cancelling, BatchStatus.Cancelled, Fill);
            }

            BatchState Fill(BatchState state) => state with { OutputFileId = results, ErrorFileId = errors };
        }
    }

    /// <returns>The current state of the batch, and the state in which it ends.</returns>
    private async Task<(string From, string End)> FinishAsync(
        Batch batch, BatchWork work, CancellationToken expired, CancellationToken stopping)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(stopping, expired);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, batch.CancelToken);
        try
        {
            await work.RunAsync(ended.Token).ConfigureAwait(false);
            if (batch.MoveSlowly(BatchStatus.InProgress, BatchStatus.Finalizing, options.BatchStepTime))
            {
                await batch.Stay.WaitAsync(inTime.Token).ConfigureAwait(false);

                return (BatchStatus.Finalizing, BatchStatus.Completed);
            }
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The state tells the reason: Batch.Cancel changes the state before it cancels the token.
            var status = batch.State.Status;
            if (status != BatchStatus.Cancelling)
            {
                await work.ExpireAsync(stopping).ConfigureAwait(false);

                return (status, BatchStatus.Expired);
            }
        }

        await batch.Stay.WaitAsync(stopping).ConfigureAwait(false);

        return (BatchStatus.Cancelling, BatchStatus.Cancelled);
    }
}

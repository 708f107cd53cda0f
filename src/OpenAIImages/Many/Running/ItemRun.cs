using OpenAIImages.Budgets;
using OpenAIImages.Many.Sidecars;

namespace OpenAIImages.Many.Running;

/// <summary>Runs one piece of a large job: as many calls as its images need, one after the other.</summary>
/// <param name="client">The client.</param>
/// <param name="options">The settings of the job.</param>
/// <param name="parallelism">The number of calls that may be under way.</param>
/// <param name="runJournal">The journal, if there is one.</param>
internal sealed class ItemRun(
    IImageClient client, ImageManyOptions options, Parallelism parallelism, RunJournal? runJournal)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly List<ImageResult> _results = [];
    private readonly List<ImageOutput> _images = [];
    private readonly SidecarWriter _sidecars = new(options);
    private decimal? _cost = options.Prices is null ? null : 0;

    /// <summary>Runs the piece.</summary>
    /// <param name="item">The piece.</param>
    /// <param name="start">A token that is cancelled when no further call may begin.</param>
    /// <param name="stop">A token that is cancelled to stop the calls under way.</param>
    public async Task<ImageWorkResult> RunAsync(ImageWorkItem item, CancellationToken start, CancellationToken stop)
    {
        try
        {
            var destination = item.Destination ?? options.Destination?.Invoke(item);
            var request = client is IRequestCompletion completion
                ? (PromptedImageRequest)completion.Complete(item.Request, destination)
                : item.Request;
            var journal = runJournal is null
                ? null
                : await runJournal.OpenItemAsync(item.Id, request, destination, start).ConfigureAwait(false);
            if (!options.RepeatPossiblyBilled && journal?.History.FindUnderWay() is { } last)
            {
                AddDone(journal.History.FindDone());

                throw ImageJournalException.UnderWay(item.Id, last.Part, last);
            }

            return End(item, await CallAllAsync(request, destination, journal, start, stop).ConfigureAwait(false));
        }
        catch (OperationCanceledException e) when (e is not ImageCallCanceledException && start.IsCancellationRequested)
        {
            return End(item, ImageWorkStatus.Canceled, e);
        }
        catch (Exception e)
        {
            _images.AddRange(CallFault.ReceivedWith(e));

            return End(
                item, CallFault.MayHaveBeenBilled(e) ? ImageWorkStatus.PossiblyBilled : ImageWorkStatus.Failed, e);
        }
    }

    private async Task<ImageWorkStatus> CallAllAsync(
        PromptedImageRequest whole,
        ImageDestination? destination,
        ItemJournal? journal,
        CancellationToken start,
        CancellationToken stop)
    {
        var status = ImageWorkStatus.Skipped;
        var part = 0;
        foreach (var request in CallSplit.Split(whole))
        {
            part++;
            if (journal?.History.Find(part) is { Mark: ImageJournalMark.Done } done)
            {
                AddDone([done]);
                continue;
            }

            status = ImageWorkStatus.Done;
            var call = new ItemCall(request, part, destination, journal);
            await CallAsync(call, start, stop).ConfigureAwait(false);
        }

        return status;
    }

    private async Task CallAsync(ItemCall call, CancellationToken start, CancellationToken stop)
    {
        var refusedAt = default(long?);
        for (var pause = FirstPause; ; pause = Min(pause + pause, LongestPause))
        {
            await parallelism.WaitAsync(start).ConfigureAwait(false);
            start.ThrowIfCancellationRequested();
            await call.BeginAsync().ConfigureAwait(false);
            ImageResult result;
            try
            {
                result = await call.SendAsync(client, stop).ConfigureAwait(false);
            }
            catch (ImageRateLimitException e)
                when (!e.MayHaveBeenBilled
                    && RefusedFor(refusedAt) + (e.RetryAfter ?? pause) <= options.RateLimitTimeout)
            {
                refusedAt ??= options.TimeProvider.GetTimestamp();
                await call.FailAsync(e).ConfigureAwait(false);
                parallelism.Refuse(e.RetryAfter ?? pause);
                continue;
            }
            catch (Exception e)
            {
                await call.FailAsync(e).ConfigureAwait(false);
                await _sidecars.WriteAsync(CallFault.ReceivedWith(e), call.Request, result: null).ConfigureAwait(false);
                throw;
            }

            parallelism.Succeed(result.RateLimits, call.Request.Count ?? 1);
            await KeepAsync(result, call).ConfigureAwait(false);

            return;
        }
    }

    // The record comes before the sidecars: the journal must know the paid call first.
    private async Task KeepAsync(ImageResult result, ItemCall call)
    {
        var cost = CostOf(result, call.Request);
        _cost += cost;
        _results.Add(result);
        _images.AddRange(result.Images);
        await call.EndAsync(result, cost).ConfigureAwait(false);
        await _sidecars.WriteAsync(result.Images, call.Request, result).ConfigureAwait(false);
    }

    private TimeSpan RefusedFor(long? refusedAt)
        => refusedAt is { } first ? options.TimeProvider.GetElapsedTime(first) : TimeSpan.Zero;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private decimal? CostOf(ImageResult result, PromptedImageRequest request)
        => options.Prices is { } prices && request.Model is { } model ? result.Cost(prices, model).Total : null;

    private void AddDone(IEnumerable<ImageJournalRecord> records)
    {
        foreach (var record in records)
        {
            _images.AddRange(record.Images);
            _cost += record.Cost;
        }
    }

    private ImageWorkResult End(ImageWorkItem item, ImageWorkStatus status, Exception? fault = null)
        => new(item, status, [.. _images])
        {
            Results = [.. _results],
            Exception = fault,
            Cost = _cost,
            SidecarFaults = _sidecars.Faults,
        };
}

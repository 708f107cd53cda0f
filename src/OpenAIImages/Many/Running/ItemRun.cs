namespace OpenAIImages.Many.Running;

/// <summary>Does one piece of a large work: as many calls as its images need, one after the other.</summary>
/// <param name="client">The client.</param>
/// <param name="options">How the work is done.</param>
/// <param name="parallelism">How many calls may be under way.</param>
internal sealed class ItemRun(IImageClient client, ImageManyOptions options, Parallelism parallelism)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly List<ImageResult> _results = [];
    private readonly List<ImageOutput> _images = [];
    private decimal? _cost = options.Prices is null ? null : 0;

    /// <summary>Does the piece.</summary>
    /// <param name="item">The piece.</param>
    /// <param name="start">Is cancelled when no further call may begin.</param>
    /// <param name="stop">Is cancelled when calls under way are to be broken off.</param>
    public async Task<ImageWorkResult> RunAsync(ImageWorkItem item, CancellationToken start, CancellationToken stop)
    {
        try
        {
            var destination = item.Destination ?? options.Destination?.Invoke(item);
            foreach (var request in CallSplit.Split(item.Request))
            {
                var result = await CallAsync(request, destination, start, stop).ConfigureAwait(false);
                Add(result, request);
            }

            return End(item, ImageWorkStatus.Done, fault: null);
        }
        catch (ImageClientException e)
        {
            _images.AddRange(e.Received);

            return End(item, e.MayHaveBeenBilled ? ImageWorkStatus.PossiblyBilled : ImageWorkStatus.Failed, e);
        }
        catch (ImageCallCanceledException e)
        {
            _images.AddRange(e.Received);

            return End(item, ImageWorkStatus.PossiblyBilled, e);
        }
        catch (OperationCanceledException e) when (start.IsCancellationRequested)
        {
            return End(item, ImageWorkStatus.Canceled, e);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or OperationCanceledException)
        {
            return End(item, ImageWorkStatus.Failed, e);
        }
        catch (Exception e)
        {
            // A fault of a stranger's client or destination says nothing about money.
            return End(item, ImageWorkStatus.PossiblyBilled, e);
        }
    }

    private async Task<ImageResult> CallAsync(
        PromptedImageRequest request, ImageDestination? destination, CancellationToken start, CancellationToken stop)
    {
        var began = options.TimeProvider.GetTimestamp();
        for (var pause = FirstPause; ; pause = Min(pause + pause, LongestPause))
        {
            await parallelism.WaitAsync(start).ConfigureAwait(false);
            start.ThrowIfCancellationRequested();
            try
            {
                var result = request is EditImageRequest edit
                    ? await client.EditAsync(edit, destination, stop).ConfigureAwait(false)
                    : await client
                        .GenerateAsync((GenerateImageRequest)request, destination, stop)
                        .ConfigureAwait(false);
                parallelism.Succeed(result.RateLimits);

                return result;
            }
            catch (ImageRateLimitException e)
                when (!e.MayHaveBeenBilled
                    && options.TimeProvider.GetElapsedTime(began) + (e.RetryAfter ?? pause) <= options.RateLimitTimeout)
            {
                parallelism.Refuse(e.RetryAfter ?? pause);
            }
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Add(ImageResult result, PromptedImageRequest request)
    {
        _results.Add(result);
        _images.AddRange(result.Images);
        if (options.Prices is { } prices)
        {
            _cost += request.Model is { } model ? result.Cost(prices, model).Total : null;
        }
    }

    private ImageWorkResult End(ImageWorkItem item, ImageWorkStatus status, Exception? fault)
        => new(item, status, [.. _images])
        {
            Results = [.. _results],
            Exception = fault,
            Cost = _cost,
        };
}

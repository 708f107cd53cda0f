using System.Runtime.CompilerServices;

namespace OpenAIImages.Budgets;

/// <summary>A client that reserves the price of each call in a budget before it sends the call.</summary>
internal sealed class BudgetedImageClient(IImageClient inner, ImageBudget budget) : DelegatingImageClient(inner)
{
    private readonly IImageClient _inner = inner;

    public override Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
    {
        var completed = Complete(request, destination);

        return SpendAsync(completed, () => _inner.GenerateAsync(completed, destination, cancellationToken));
    }

    public override Task<ImageResult> EditAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
    {
        var completed = Complete(request, destination);

        return SpendAsync(completed, () => _inner.EditAsync(completed, destination, cancellationToken));
    }

    public override Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
    {
        var completed = Complete(request, destination);

        return SpendAsync(completed, () => _inner.CreateVariationAsync(completed, destination, cancellationToken));
    }

    public override IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
    {
        var completed = Complete(request, destination);

        return SpendAsync(
            completed, token => _inner.GenerateStreamingAsync(completed, destination, token), cancellationToken);
    }

    public override IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
    {
        var completed = Complete(request, destination);

        return SpendAsync(
            completed, token => _inner.EditStreamingAsync(completed, destination, token), cancellationToken);
    }

    private TRequest Complete<TRequest>(TRequest request, ImageDestination? destination)
        where TRequest : ImageRequest
        => _inner is IRequestCompletion completion
            ? (TRequest)completion.Complete(Guard.NotNull(request), destination)
            : Guard.NotNull(request);

    private ImageReservation Reserve(ImageRequest request)
        => budget.Reserve(request, (_inner as IRequestCompletion)?.MaxBilledAttempts ?? 1);

    private async Task<ImageResult> SpendAsync(ImageRequest request, Func<Task<ImageResult>> call)
    {
        var reservation = Reserve(request);
        try
        {
            var result = await call().ConfigureAwait(false);
            reservation.Settle(result);

            return result;
        }
        catch (Exception e)
        {
            reservation.Settle(e);
            throw;
        }
    }

    private async IAsyncEnumerable<ImageStreamEvent> SpendAsync(
        ImageRequest request,
        Func<CancellationToken, IAsyncEnumerable<ImageStreamEvent>> call,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = new StreamSpending(Reserve(request), budget.Prices, request);
        var events = call(cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await stream.NextAsync(events).ConfigureAwait(false) is { } item)
            {
                yield return item;
            }
        }
        finally
        {
            // If the caller leaves early, the service may still bill the call.
            stream.Leave();
            await events.DisposeAsync().ConfigureAwait(false);
        }
    }
}

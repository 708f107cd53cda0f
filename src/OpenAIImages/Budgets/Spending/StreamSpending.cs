namespace OpenAIImages.Budgets;

/// <summary>Adds up the cost of the images of a stream, and settles the reservation when the stream ends.</summary>
/// <param name="reservation">The reservation of the call.</param>
/// <param name="prices">The prices.</param>
/// <param name="request">The request, with its model.</param>
internal sealed class StreamSpending(ImageReservation reservation, ImagePriceList prices, ImageRequest request)
{
    private decimal _spent;
    private bool _isKnown = true;
    private int _completed;
    private int _billedBefore;

    /// <summary>Takes the next event, and settles the reservation at the end or at a fault.</summary>
    /// <returns>The event; <see langword="null"/> at the end.</returns>
    public async ValueTask<ImageStreamEvent?> NextAsync(IAsyncEnumerator<ImageStreamEvent> events)
    {
        try
        {
            if (await events.MoveNextAsync().ConfigureAwait(false))
            {
                Count(events.Current);

                return events.Current;
            }
        }
        catch (Exception e)
        {
            reservation.Settle(e);
            throw;
        }

        SettleWhole();

        return null;
    }

    /// <summary>Settles a stream that the caller left: with its cost if all of its images had come, and otherwise as
    /// possibly billed.</summary>
    public void Leave()
    {
        if (_completed >= (request.Count ?? 1))
        {
            SettleWhole();
        }
        else
        {
            reservation.Settle(0, _billedBefore + 1, clientRequestId: null);
        }
    }

    private void SettleWhole() => reservation.Settle(
        _isKnown && _completed > 0 ? _spent : reservation.Dollars, _billedBefore, clientRequestId: null);

    private void Count(ImageStreamEvent item)
    {
        _billedBefore = item.PossiblyBilledAttempts;
        if (item is not CompletedImageEvent completed)
        {
            return;
        }

        _completed++;
        if (completed.Usage?.Cost(prices, request.Model ?? default).Total is { } dollars)
        {
            _spent += dollars;
        }
        else
        {
            _isKnown = false;
        }
    }
}

using OpenAIImages.Calls;

namespace OpenAIImages;

/// <summary>The highest price of a call, reserved in an <see cref="ImageBudget"/> until the call has ended.</summary>
/// <remarks>Settle it once, with the result or the exception of the call. A second settlement changes
/// nothing.</remarks>
public sealed class ImageReservation
{
    private readonly ImageBudget _budget;
    private readonly ImageModel? _model;
    private readonly decimal _whole;
    private int _isSettled;

    internal ImageReservation(ImageBudget budget, ImageModel? model, decimal dollars, decimal whole)
    {
        _budget = budget;
        _model = model;
        _whole = whole;
        Dollars = dollars;
    }

    /// <summary>Gets the highest price of one attempt of the call, in dollars.</summary>
    public decimal Dollars { get; }

    /// <summary>Books the cost of a call that succeeded.</summary>
    /// <param name="result">The result of the call. The price of its usage is booked in full; without usage, <see
    /// cref="Dollars"/> is booked.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    public void Settle(ImageResult result)
        => Settle(
            Guard.NotNull(result).Cost(_budget.Prices, _model ?? default).Total ?? Dollars,
            result.PossiblyBilledAttempts,
            clientRequestId: null);

    /// <summary>Books the cost of a call that failed or was cancelled: nothing if the service cannot have billed it.
    /// Otherwise the price stays reserved.</summary>
    /// <param name="fault">The exception of the call. An exception that this package does not know counts as possibly
    /// billed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is <see langword="null"/>.</exception>
    public void Settle(Exception fault)
    {
        switch (Guard.NotNull(fault))
        {
            case ImageClientException e:
                Settle(0, e.PossiblyBilledAttempts, e.ClientRequestId);
                break;
            case ImageCallCanceledException e:
                Settle(0, e.PossiblyBilledAttempts, e.ClientRequestId);
                break;
            case OperationCanceledException or ArgumentException:
            case var unsent when UnsentFault.IsMarked(unsent):
                Settle(0, possiblyBilledAttempts: 0, clientRequestId: null);
                break;
            default:
                Settle(0, possiblyBilledAttempts: 1, clientRequestId: null);
                break;
        }
    }

    /// <summary>Books an amount.</summary>
    /// <param name="dollars">The cost of the call, in dollars.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dollars"/> is negative.</exception>
    public void Settle(decimal dollars)
        => Settle(
            dollars >= 0
                ? dollars
                : throw new ArgumentOutOfRangeException(nameof(dollars), dollars, "A price must not be negative."),
            possiblyBilledAttempts: 0,
            clientRequestId: null);

    internal void Settle(decimal dollars, int possiblyBilledAttempts, string? clientRequestId)
    {
        if (Interlocked.Exchange(ref _isSettled, 1) != 0)
        {
            return;
        }

        _budget.Book(
            _whole,
            dollars,
            Enumerable.Range(0, possiblyBilledAttempts).Select(_ => new ImageBudgetEntry(
                Dollars, _model, clientRequestId, "The outcome of an attempt is unknown.")));
    }
}

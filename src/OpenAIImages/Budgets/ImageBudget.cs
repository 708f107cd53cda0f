namespace OpenAIImages;

/// <summary>An amount of money that clients may spend. A call is sent only if its highest price fits into the remaining
/// amount.</summary>
/// <remarks>
/// <para>Safe for concurrent use; clients of one process may share it. <see cref="ImageBudgetExtensions.WithBudget"/>
/// puts the budget in front of a client. The budget belongs to this process alone, and starts anew with the
/// process.</para>
/// <para>Before a call, the budget reserves the high end of its estimate: <c>auto</c> counts as the dearest value that
/// the model may choose, and an input of unknown size as 1,536 tokens. After the call, the budget books the price of
/// the usage instead, in full even if it is higher. Without usage in the reply, it books the price reserved for one
/// attempt. The possible price of an attempt with an unknown outcome stays reserved, and <see cref="PossiblyBilled"/>
/// lists it.</para>
/// <para>All amounts are in United States dollars.</para>
/// </remarks>
public sealed class ImageBudget
{
    private readonly object _gate = new();
    private readonly ImageBudgetOptions _options;
    private readonly ImageEstimateOptions _estimate;
    private readonly List<ImageBudgetEntry> _possiblyBilled = [];
    private decimal _spent;
    private decimal _reserved;

    /// <summary>Creates a budget of an amount.</summary>
    /// <param name="dollars">The amount, in dollars; more than 0.</param>
    /// <param name="prices">The prices; <see cref="ImagePriceList.Default"/> by default.</param>
    /// <param name="options">The settings for calls of unknown price; by default such calls are refused.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dollars"/> is not more than 0.</exception>
    public ImageBudget(decimal dollars, ImagePriceList? prices = null, ImageBudgetOptions? options = null)
    {
        if (dollars <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dollars), dollars, "A budget must be more than 0 dollars, or no call would ever be sent.");
        }

        Dollars = dollars;
        Prices = prices ?? ImagePriceList.Default;
        _options = options ?? new();
        _estimate = new ImageEstimateOptions { CountTokens = _options.CountTokens };
    }

    /// <summary>Gets the whole amount of the budget, in dollars.</summary>
    public decimal Dollars { get; }

    /// <summary>Gets the prices.</summary>
    public ImagePriceList Prices { get; }

    /// <summary>Gets the cost of finished calls, in dollars.</summary>
    public decimal Spent
    {
        get
        {
            lock (_gate)
            {
                return _spent;
            }
        }
    }

    /// <summary>Gets the highest price of calls under way and of attempts that the service may have billed, in
    /// dollars.</summary>
    public decimal Reserved
    {
        get
        {
            lock (_gate)
            {
                return _reserved;
            }
        }
    }

    /// <summary>Gets the remaining amount for further calls, in dollars.</summary>
    /// <value>Negative when calls cost more than the budget reserved for them.</value>
    public decimal Left
    {
        get
        {
            lock (_gate)
            {
                return Dollars - _spent - _reserved;
            }
        }
    }

    /// <summary>Gets the attempts that the service may have billed, in the order in which they ended.</summary>
    /// <remarks>Look up each attempt in the service's usage, and then call <see cref="Settle"/>.</remarks>
    public IReadOnlyList<ImageBudgetEntry> PossiblyBilled
    {
        get
        {
            lock (_gate)
            {
                return [.. _possiblyBilled];
            }
        }
    }

    /// <summary>Reserves the highest price of a call, for your own decorators: a client of <see
    /// cref="ImageBudgetExtensions.WithBudget"/> does so by itself.</summary>
    /// <param name="request">The request.</param>
    /// <param name="attempts">The number of attempts of the call that the service may bill; 1 by default.</param>
    /// <returns>The reservation. Settle it once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attempts"/> is less than 1.</exception>
    /// <exception cref="ImageBudgetException">The highest price does not fit into the remaining amount, or is not
    /// known.</exception>
    public ImageReservation Reserve(ImageRequest request, int attempts = 1)
    {
        var dollars = HighOf(Guard.NotNull(request));
        var whole = dollars * Guard.Positive(attempts);
        lock (_gate)
        {
            var left = Dollars - _spent - _reserved;
            if (whole > left)
            {
                throw ImageBudgetException.DoesNotFit(whole, left, Dollars);
            }

            _reserved += whole;
        }

        return new ImageReservation(this, request.Model, dollars, whole);
    }

    /// <summary>Ends the reservation of an attempt after you looked it up.</summary>
    /// <param name="entry">The attempt, one of <see cref="PossiblyBilled"/>.</param>
    /// <param name="dollars">The cost of the attempt, in dollars; 0 when it was not billed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="entry"/> is not in the list any more.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dollars"/> is negative.</exception>
    public void Settle(ImageBudgetEntry entry, decimal dollars)
    {
        Guard.NotNull(entry);
        if (dollars < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(dollars), dollars, "A price must not be negative.");
        }

        lock (_gate)
        {
            if (!_possiblyBilled.Remove(entry))
            {
                throw new ArgumentException("The attempt is not in the list any more.", nameof(entry));
            }

            _reserved -= entry.Dollars;
            _spent += dollars;
        }
    }

    /// <summary>Replaces the reservation of a call with its cost.</summary>
    internal void Book(decimal reserved, decimal spent, IEnumerable<ImageBudgetEntry> possiblyBilled)
    {
        lock (_gate)
        {
            _reserved -= reserved;
            _spent += spent;
            foreach (var entry in possiblyBilled)
            {
                _reserved += entry.Dollars;
                _possiblyBilled.Add(entry);
            }
        }
    }

    private decimal HighOf(ImageRequest request)
    {
        var (high, member, reason) = request is PromptedImageRequest prompted
            ? Estimate(prompted)
            : (null, nameof(ImageBudgetOptions.AssumeWhenUnknown), "No price of variations is published.");

        return high
            ?? _options.AssumeWhenUnknown * (request.Count ?? 1)
            ?? throw ImageBudgetException.HasNoHighEnd(member, reason, Left);
    }

    private (decimal? High, string Member, string Reason) Estimate(PromptedImageRequest request)
    {
        var estimate = request.Estimate(Prices, _estimate);

        return (
            estimate.High,
            estimate.MissingMember ?? nameof(ImageBudgetOptions.AssumeWhenUnknown),
            string.Join(" ", estimate.Reasons));
    }
}

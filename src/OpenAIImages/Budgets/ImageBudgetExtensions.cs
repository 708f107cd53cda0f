using OpenAIImages.Budgets;

namespace OpenAIImages;

/// <summary>Puts a budget in front of clients, or switches on the budget of a client in a container.</summary>
public static class ImageBudgetExtensions
{
    /// <summary>Makes a client that sends a call only when its highest price fits into what is left of a
    /// budget.</summary>
    /// <param name="client">The client that does the work. It is not disposed of.</param>
    /// <param name="budget">The budget, which several clients may share.</param>
    /// <returns>
    /// The client. It throws <see cref="ImageBudgetException"/> in place of a call that does not fit; downloads cost
    /// nothing and always go through. With <see cref="ImageClientOptions.RetryUnknownOutcome"/> it reserves the price
    /// of all attempts that a call may take.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IImageClient WithBudget(this IImageClient client, ImageBudget budget)
        => new BudgetedImageClient(Guard.NotNull(client), Guard.NotNull(budget));

    /// <summary>Holds a client of a container to a budget, by the figures of
    /// <see cref="ImageClientOptions.Budget"/>.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static ImageClientOptions UseBudget(this ImageClientOptions options)
    {
        Guard.NotNull(options).BudgetStep = BudgetStep.Instance;

        return options;
    }

    /// <summary>Holds a client of a container to an amount.</summary>
    /// <param name="options">The options.</param>
    /// <param name="dollars">What its calls may cost in all, in dollars; more than 0.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static ImageClientOptions UseBudget(this ImageClientOptions options, decimal dollars)
    {
        options.UseBudget().Budget.Dollars = dollars;

        return options;
    }

    /// <summary>Holds a client of a container to a budget that it shares with others.</summary>
    /// <param name="options">The options.</param>
    /// <param name="name">The name that the budget was given by <c>AddImageBudget</c>.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static ImageClientOptions UseBudget(this ImageClientOptions options, string name)
    {
        options.UseBudget().Budget.Name = Guard.NotBlank(name);

        return options;
    }
}

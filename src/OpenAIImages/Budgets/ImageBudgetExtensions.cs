using OpenAIImages.Budgets;

namespace OpenAIImages;

/// <summary>Puts a budget in front of clients, or switches on the budget of a client in a container.</summary>
public static class ImageBudgetExtensions
{
    /// <summary>Makes a client that sends a call only when its highest price fits into the remaining amount of a
    /// budget.</summary>
    /// <param name="client">The client that sends the calls. The new client does not dispose of it.</param>
    /// <param name="budget">The budget, which several clients may share.</param>
    /// <returns>
    /// The client. It throws <see cref="ImageBudgetException"/> for a call that does not fit. Downloads cost nothing
    /// and are always allowed. With <see cref="ImageClientOptions.RetryUnknownOutcome"/> it reserves the price of all
    /// attempts that a call may take.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IImageClient WithBudget(this IImageClient client, ImageBudget budget)
        => new BudgetedImageClient(Guard.NotNull(client), Guard.NotNull(budget));

    /// <summary>Gives a client of a container a budget, with the figures of <see
    /// cref="ImageClientOptions.Budget"/>.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static ImageClientOptions UseBudget(this ImageClientOptions options)
    {
        Guard.NotNull(options).BudgetStep = BudgetStep.Instance;

        return options;
    }

    /// <summary>Gives a client of a container a budget of an amount.</summary>
    /// <param name="options">The options.</param>
    /// <param name="dollars">The amount that its calls may cost in all, in dollars; more than 0.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static ImageClientOptions UseBudget(this ImageClientOptions options, decimal dollars)
    {
        options.UseBudget().Budget.Dollars = dollars;

        return options;
    }

    /// <summary>Gives a client of a container a budget that it shares with other clients.</summary>
    /// <param name="options">The options.</param>
    /// <param name="name">The name of the budget, as <c>AddImageBudget</c> set it.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static ImageClientOptions UseBudget(this ImageClientOptions options, string name)
    {
        options.UseBudget().Budget.Name = Guard.NotBlank(name);

        return options;
    }
}

using OpenAIImages.Budgets;

namespace OpenAIImages;

/// <summary>Puts a budget in front of clients.</summary>
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
}

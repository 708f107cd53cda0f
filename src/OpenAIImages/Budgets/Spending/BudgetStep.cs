namespace OpenAIImages.Budgets;

/// <inheritdoc cref="IBudgetStep"/>
internal sealed class BudgetStep : IBudgetStep
{
    private BudgetStep()
    {
    }

    public static BudgetStep Instance { get; } = new();

    public ImageBudget Create(ImageClientBudgetOptions options)
        => new(
            options.Dollars.GetValueOrDefault(),
            options.Prices,
            new ImageBudgetOptions { AssumeWhenUnknown = options.AssumeWhenUnknown });

    public IImageClient Apply(IImageClient client, ImageBudget budget) => client.WithBudget(budget);
}

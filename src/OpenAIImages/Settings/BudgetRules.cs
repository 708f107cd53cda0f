using System.Globalization;

namespace OpenAIImages.Settings;

/// <summary>Finds the mistakes in the figures of a budget.</summary>
internal static class BudgetRules
{
    private const string Group = nameof(ImageClientOptions.Budget);

    /// <summary>Checks the budget of a client.</summary>
    public static void Validate(ImageClientOptions options, OptionFaults faults)
    {
        var budget = options.Budget;
        var isShared = !string.IsNullOrWhiteSpace(budget.Name);
        if (options.BudgetStep is null && (isShared || budget.HasFigures))
        {
            faults.Add(
                Group,
                "A figure is set, but the budget is not switched on. Call " +
                $"{nameof(ImageBudgetExtensions.UseBudget)}.");
        }

        if (options.BudgetStep is not null && !isShared && budget.Dollars is null)
        {
            faults.Add(
                $"{Group}.{nameof(budget.Dollars)}",
                "The budget is switched on and has no amount. Set it here, or the " +
                $"{nameof(budget.Name)} of a budget that the container has.");
        }

        if (isShared && budget.HasFigures)
        {
            faults.Add(
                $"{Group}.{nameof(budget.Name)}",
                $"The budget '{budget.Name}' has figures of its own. Set either this or " +
                $"{nameof(budget.Dollars)}, {nameof(budget.AssumeWhenUnknown)} and {nameof(budget.Prices)}.");
        }

        ValidateFigures(budget, Group + ".", faults);
    }

    /// <summary>Checks a shared budget.</summary>
    public static void Validate(ImageClientBudgetOptions budget, OptionFaults faults)
    {
        if (budget.Dollars is null)
        {
            faults.Add(nameof(budget.Dollars), "The budget has no amount. Set how many dollars may be spent.");
        }

        ValidateFigures(budget, group: "", faults);
    }

    private static void ValidateFigures(ImageClientBudgetOptions budget, string group, OptionFaults faults)
    {
        if (budget.Dollars is <= 0 and { } dollars)
        {
            faults.Add(
                group + nameof(budget.Dollars),
                $"{Write(dollars)} is not more than 0: no call would ever be sent.");
        }

        if (budget.AssumeWhenUnknown is <= 0 and { } price)
        {
            faults.Add(
                group + nameof(budget.AssumeWhenUnknown),
                $"{Write(price)} is not more than 0. Leave it unset to refuse calls whose price is not known.");
        }
    }

    private static string Write(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}

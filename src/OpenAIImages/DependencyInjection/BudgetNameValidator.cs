using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OpenAIImages.Settings;

namespace OpenAIImages.DependencyInjection;

/// <summary>Reports a client that names a budget that is not in the container.</summary>
/// <param name="budgets">The budgets of the container.</param>
/// <remarks>The container makes a budget once, so later changes of the configuration do not matter. After a good start,
/// such changes are not faults: the platform would throw in the thread that watches the configuration.</remarks>
internal sealed class BudgetNameValidator(IEnumerable<SharedBudget> budgets) : IValidateOptions<ImageClientOptions>
{
    private readonly string[] _names = [.. budgets.Select(budget => budget.Name)];

    private readonly ConcurrentDictionary<string, bool> _started = new(StringComparer.Ordinal);

    public ValidateOptionsResult Validate(string? name, ImageClientOptions options)
    {
        if (_started.ContainsKey(name ?? ""))
        {
            return ValidateOptionsResult.Success;
        }

        var faults = new OptionFaults(name, options.Configuration.Path);
        var setting = $"{nameof(options.Budget)}.{nameof(options.Budget.Name)}";
        if (options.Budget.Name is { } budget && !string.IsNullOrWhiteSpace(budget) && !_names.Contains(budget))
        {
            var nearest = NearestName.Find(budget, _names);
            faults.Add(
                setting,
                $"The container has no budget '{budget}'. Add it by AddImageBudget." +
                    (nearest is null ? "" : $" Is '{nearest}' meant?"));
        }

        if (options.Budget.Dollars is not null && name is { Length: > 0 } && _names.Contains(name))
        {
            faults.Add(
                $"{nameof(options.Budget)}.{nameof(options.Budget.Dollars)}",
                $"The container has a budget '{name}' already. Set {setting} to share it, or give it another name.");
        }

        if (faults.All.Count > 0)
        {
            return ValidateOptionsResult.Fail(faults.All);
        }

        _started[name ?? ""] = true;

        return ValidateOptionsResult.Success;
    }
}

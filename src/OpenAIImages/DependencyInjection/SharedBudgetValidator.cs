using Microsoft.Extensions.Options;
using OpenAIImages.Settings;

namespace OpenAIImages.DependencyInjection;

/// <summary>Reports every mistake in the configuration of a shared budget at once.</summary>
internal sealed class SharedBudgetValidator : IValidateOptions<ImageClientBudgetOptions>
{
    public ValidateOptionsResult Validate(string? name, ImageClientBudgetOptions options)
    {
        var faults = new OptionFaults(name, options.Configuration.Path, "Image budget");
        foreach (var finding in options.Configuration.Faults.Concat(options.Configuration.UnknownKeys))
        {
            faults.Add(finding.Setting, finding.Message);
        }

        BudgetRules.Validate(options, faults);

        return faults.All.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.All);
    }
}

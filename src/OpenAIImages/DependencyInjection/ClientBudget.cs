using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.Budgets;

namespace OpenAIImages.DependencyInjection;

/// <summary>The budget of one client in a container: its own budget, a shared budget, or none.</summary>
/// <param name="provider">The container.</param>
/// <param name="client">The name of the client, for faults.</param>
/// <param name="currentOptions">Returns the options in force. It is called once.</param>
internal sealed class ClientBudget(
    IServiceProvider provider, string client, Func<ImageClientOptions> currentOptions)
{
    // Unusable options may be corrected later, so their exception is not kept.
    private readonly Lazy<(IBudgetStep Step, ImageBudget Budget)?> _found = new(
        () => currentOptions() is { BudgetStep: { } step } options
            ? (step, Find(provider, step, options.Budget))
            : null,
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Gets the budget.</summary>
    /// <exception cref="ImageConfigurationException">The client has no budget.</exception>
    public ImageBudget Budget
        => _found.Value?.Budget ?? throw new ImageConfigurationException(
            [$"{(client.Length == 0 ? "The image client" : $"Image client '{client}'")} has no budget. Set " +
            $"{nameof(ImageClientOptions.Budget)}.{nameof(ImageClientBudgetOptions.Dollars)} or " +
            $"{nameof(ImageClientOptions.Budget)}.{nameof(ImageClientBudgetOptions.Name)} of its options."]);

    /// <summary>Puts the budget in front of the client, if it has one.</summary>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    public IImageClient ApplyTo(OpenAIImageClient own)
        => _found.Value is { } found ? found.Step.Apply(own, found.Budget) : own;

    private static ImageBudget Find(IServiceProvider provider, IBudgetStep step, ImageClientBudgetOptions options)
        => string.IsNullOrWhiteSpace(options.Name) ? step.Create(options)
            : provider.GetKeyedService<ImageBudget>(options.Name) ?? throw new ImageConfigurationException(
                [$"The container has no budget '{options.Name}'. Add it by AddImageBudget."]);
}

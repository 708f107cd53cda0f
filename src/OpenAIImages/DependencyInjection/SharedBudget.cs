using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenAIImages.Budgets;
using OpenAIImages.Settings;

namespace OpenAIImages.DependencyInjection;

/// <summary>Adds a budget to a container, for its clients to share. An instance in the container marks the name of a
/// budget.</summary>
internal sealed class SharedBudget(string name)
{
    public string Name { get; } = name;

    public static void Add(IServiceCollection services, string name, IConfiguration section)
    {
        services.Configure<ImageClientBudgetOptions>(name, options => OptionsBinder.Bind(section, options));
        services.AddOptionsWithValidateOnStart<ImageClientBudgetOptions, SharedBudgetValidator>(name);
        Add(services, name, provider => BudgetStep.Instance.Create(Read(provider, name)));
    }

    public static void Add(IServiceCollection services, string name, Func<IServiceProvider, ImageBudget> create)
    {
        if (services.Any(service => service.ImplementationInstance is SharedBudget other && other.Name == name))
        {
            throw new ArgumentException(
                $"The container has a budget '{name}' already. Two of one name could spend the money twice.",
                nameof(name));
        }

        services.AddSingleton(new SharedBudget(name));
        services.AddKeyedSingleton(name, (provider, _) => create(provider));
    }

    // Without a host, this method checks the options.
    private static ImageClientBudgetOptions Read(IServiceProvider provider, string name)
    {
        try
        {
            return provider.GetRequiredService<IOptionsMonitor<ImageClientBudgetOptions>>().Get(name);
        }
        catch (OptionsValidationException e)
        {
            throw new ImageConfigurationException([.. e.Failures], e);
        }
    }
}

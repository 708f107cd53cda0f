namespace OpenAIImages.Settings;

/// <summary>Prepares the options of a client without a container.</summary>
internal static class OptionsPreparation
{
    /// <summary>Makes a copy of options, completed from the environment and checked.</summary>
    /// <param name="options">The options. Later changes to them do not reach the copy.</param>
    /// <param name="environment">The environment.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ImageConfigurationException">The options are wrong; the message lists every fault.</exception>
    public static ImageClientOptions Prepare(this ImageClientOptions options, EnvironmentDefaults environment)
    {
        var prepared = options.Copy();
        environment.PostConfigure(name: "", prepared);
        var result = new OptionsValidator().Validate(name: "", prepared);
        var faults = new List<string>(result.Failures ?? []);
        if (prepared.BudgetStep is not null)
        {
            faults.Add(OptionFaults.Describe(
                name: null,
                prepared.Configuration.Path,
                nameof(prepared.Budget),
                "Only a client in a container gets its budget by its options. Leave it out here, and put a budget in " +
                $"front of the client: client.{nameof(ImageBudgetExtensions.WithBudget)}(budget)."));
        }

        return faults.Count > 0 ? throw new ImageConfigurationException(faults) : prepared;
    }
}

namespace OpenAIImages.Settings;

/// <summary>Prepares options to work with where there is no host.</summary>
internal static class OptionsPreparation
{
    /// <summary>Makes a copy of options, completed from the environment and checked.</summary>
    /// <param name="options">The options, which later changes of the caller's do not reach.</param>
    /// <param name="environment">The environment.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ImageConfigurationException">Something is wrong; the message lists every fault.</exception>
    public static ImageClientOptions Prepare(this ImageClientOptions options, EnvironmentDefaults environment)
    {
        var prepared = options.Copy();
        environment.PostConfigure(name: "", prepared);
        var result = new OptionsValidator().Validate(name: "", prepared);

        return result.Failed
            ? throw new ImageConfigurationException([.. result.Failures!])
            : prepared;
    }
}

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

        return result.Failed
            ? throw new ImageConfigurationException([.. result.Failures!])
            : prepared;
    }
}

using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Models;

/// <summary>Which models this emulator serves.</summary>
internal sealed class ModelCatalog(ImageEmulatorOptions options)
{
    /// <summary>Gets the models to list: OpenAI's that are alive, and the aliases.</summary>
    public IEnumerable<ModelRules> Listed
        => KnownModels.All.Where(model => !IsRetired(model)).Concat(options.ModelAliases.Keys.Select(Alias));

    /// <summary>Finds what a request asks for: any model but a retired or a misspelt one.</summary>
    /// <param name="name">The name; <see langword="null"/> when the request has none.</param>
    /// <exception cref="ApiException">The service would not know it.</exception>
    public ModelRules Find(string? name)
        => name is null ? KnownModels.Default : FindListed(name) ?? CompatibleModel.Find(name) ?? throw Unknown(name);

    /// <summary>Finds a model as the list of models has it.</summary>
    /// <exception cref="ApiException">It is not in the list.</exception>
    public ModelRules Describe(string name) => FindListed(name) ?? throw Unknown(name);

    /// <summary>Finds what is deployed under a name: an alias, or a living model under its own.</summary>
    public ModelRules? FindDeployment(string name)
        => options.ModelAliases.ContainsKey(name) ? Alias(name)
            : KnownModels.Find(name) is { } model && !IsRetired(model) ? model
            : null;

    private ModelRules? FindListed(string name)
    {
        if (options.ModelAliases.ContainsKey(name))
        {
            return Alias(name);
        }

        var model = KnownModels.Find(name);

        return model is not null && IsRetired(model) ? throw Retired(name) : model;
    }

    // An alias is a living model of its own, whatever became of the one it is like.
    private ModelRules Alias(string name)
        => KnownModels.Find(options.ModelAliases[name])! with { Name = name, Snapshots = [], ShutDown = null };

    private bool IsRetired(ModelRules model) => options.RetiredModels switch
    {
        RetiredModelHandling.Serve => false,
        RetiredModelHandling.RefuseByDate => model.ShutDown <= Later(KnownModels.AsOf, Today()),
        _ => model.ShutDown <= KnownModels.AsOf,
    };

    private DateOnly Today() => DateOnly.FromDateTime(options.TimeProvider.GetUtcNow().UtcDateTime);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static ApiException Unknown(string name)
        => Refusals.ModelNotFound(
            $"The model `{Refusals.Shorten(name)}` does not exist or you do not have access to it.");

    private static ApiException Retired(string name)
        => Refusals.ModelNotFound(
            $"The model `{name}` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations");
}

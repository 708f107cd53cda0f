using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Models;

/// <summary>The models that this emulator serves.</summary>
internal sealed class ModelCatalog(ImageEmulatorOptions options)
{
    /// <summary>Gets the models to list, each under the name it has there: OpenAI's that are alive, their dated
    /// names, and the aliases.</summary>
    public IEnumerable<(string Name, ModelRules Model)> Listed
        => KnownModels.All
            .Where(model => !IsRetired(model))
            .SelectMany(model => NamesOf(model).Select(name => (name, model)))
            .Concat(options.ModelAliases.Keys.Select(name => (name, Alias(name))));

    /// <summary>Finds the model that a request asks for.</summary>
    /// <param name="name">The name; <see langword="null"/> when the request has none.</param>
    /// <exception cref="ApiException">There is no such model, or none was asked for and none is the default.
    /// </exception>
    public ModelRules Find(string? name)
    {
        var asked = name ?? options.DefaultModel ?? throw Refusals.Missing("model");

        return FindServed(asked) ?? throw Refusals.NoSuchModel(asked);
    }

    /// <summary>Finds a model that this emulator serves.</summary>
    /// <returns>The model, or <see langword="null"/> when it is unknown or retired.</returns>
    public ModelRules? FindServed(string name)
        => options.ModelAliases.ContainsKey(name) ? Alias(name)
            : KnownModels.Find(name) is { } model ? (IsRetired(model) ? null : model)
            : options.CompatibleModels.Contains(name) ? CompatibleModel.Named(name)
            : null;

    /// <summary>Finds a model as the list of models has it.</summary>
    /// <exception cref="ApiException">It is not in the list.</exception>
    public ModelRules Describe(string name) => FindDeployment(name) ?? throw NotListed(name);

    /// <summary>Finds what is deployed under a name: an alias, or a living model under its own.</summary>
    public ModelRules? FindDeployment(string name)
        => options.ModelAliases.ContainsKey(name) ? Alias(name)
            : KnownModels.Find(name) is { } model && !IsRetired(model) ? model
            : null;

    private static IEnumerable<string> NamesOf(ModelRules model)
        => model.ListsSnapshots ? [model.Name, .. model.Snapshots] : [model.Name];

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

    private static ApiException NotListed(string name)
        => Refusals.ModelNotFound(
            KnownModels.Find(name) is null
                ? $"The model `{Refusals.Shorten(name)}` does not exist or you do not have access to it."
                : $"The model `{name}` has been deprecated, learn more here: " +
                  "https://platform.openai.com/docs/deprecations");
}

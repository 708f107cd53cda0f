using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Models;

/// <summary>The models that this emulator serves.</summary>
internal sealed class ModelCatalog(ImageEmulatorOptions options)
{
    /// <summary>Gets the models of the list, each under its listed name: OpenAI's models that are not retired, their
    /// dated names, and the aliases.</summary>
    public IEnumerable<(string Name, ModelRules Model)> Listed
        => KnownModels.All
            .Where(model => !IsRetired(model))
            .SelectMany(model => NamesOf(model).Select(name => (name, model)))
            .Concat(options.ModelAliases.Keys.Select(name => (name, Alias(name))));

    /// <summary>Finds the model that a request asks for.</summary>
    /// <param name="name">The name; <see langword="null"/> when the request has no model.</param>
    /// <exception cref="ApiException">There is no such model, or the request has no model and the options have no
    /// default.</exception>
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

    /// <summary>Finds a model for the list of models.</summary>
    /// <exception cref="ApiException">The list does not have the model.</exception>
    public ModelRules Describe(string name) => FindDeployment(name) ?? throw NotListed(name);

    /// <summary>Finds the model that is deployed under a name: an alias, or the own name of a model that is not
    /// retired.</summary>
    public ModelRules? FindDeployment(string name)
        => options.ModelAliases.ContainsKey(name) ? Alias(name)
            : KnownModels.Find(name) is { } model && !IsRetired(model) ? model
            : null;

    private static IEnumerable<string> NamesOf(ModelRules model)
        => model.ListsSnapshots ? [model.Name, .. model.Snapshots] : [model.Name];

    // An alias is never retired, even when its target is.
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

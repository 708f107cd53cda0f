using System.Globalization;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;

namespace OpenAIImages.Emulator.Tests.Conventions;

/// <summary>The client and the emulator know the same facts about the same models, each from a table of its own.
/// </summary>
/// <remarks>They share no code, so that a mistake on one side cannot hide behind the same mistake on the other.
/// </remarks>
public sealed class ModelFactsTests
{
    // The sizes of models with fixed sizes, and one size that only other models have.
    private static readonly string[] Sizes =
    [
        "256x256", "512x512", "1024x1024", "1024x1536", "1536x1024", "1024x1792", "1792x1024", "1536x864",
    ];

    // Each difference has a model, a fact and the reason why both sides are right.
    private static readonly Dictionary<(string Model, string Fact), string> Explained = [];

    public static TheoryData<string> Names => [.. KnownModels.All.Select(model => model.Name)];

    [Fact]
    public void Both_tables_have_the_same_date()
        => Assert.Equal(
            DateOnly.FromDateTime(ImageModelCatalog.AsOf.UtcDateTime), KnownModels.AsOf);

    [Fact]
    public void Both_tables_have_the_same_models()
        => Assert.Equal(
            ImageModelCatalog.Models.Select(info => info.Model.ToString()).Order(StringComparer.Ordinal),
            KnownModels.All.Select(model => model.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_client_knows_the_model_of_each_dated_name()
        => Assert.All(
            KnownModels.All.SelectMany(model => model.Snapshots.Select(snapshot => (model.Name, snapshot))),
            pair => Assert.Equal(pair.Name, ImageModelCatalog.Find(pair.snapshot)?.Model.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_tables_have_the_same_facts_about_a_model(string name)
    {
        var client = FactsOf(ImageModelCatalog.Find(name)!);
        var emulator = FactsOf(KnownModels.Find(name)!);

        var differences = client.Keys
            .Where(fact => client[fact] is not null && client[fact] != emulator[fact])
            .Where(fact => !Explained.ContainsKey((name, fact)))
            .Select(fact => $"{fact}: the client says {client[fact]}, the emulator says {emulator[fact]}");

        Assert.Empty(differences);
    }

    [Fact]
    public void Each_explained_difference_still_exists()
        => Assert.All(
            Explained.Keys,
            key => Assert.NotEqual(
                FactsOf(ImageModelCatalog.Find(key.Model)!)[key.Fact],
                FactsOf(KnownModels.Find(key.Model)!)[key.Fact]));

    // A fact that is not published is null. The emulator then follows its own documentation.
    private static Dictionary<string, string?> FactsOf(ImageModelInfo info) => new()
    {
        ["shutdown date"] = info.ShutdownDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none",
        ["sizes"] = info.Sizes is [] ? "any" : List(info.Sizes.Select(size => size.ToString())),
        ["qualities"] = List(info.Qualities.Select(quality => quality.ToString())),
        ["formats"] = List(info.Formats.Select(format => format.ToString())),
        ["most images"] = Number(info.MaxImages),
        ["longest prompt"] = Number(info.MaxPromptLength),
        ["most input images"] = Number(info.MaxInputImages),
        ["variations"] = info.SupportsVariations.ToString(),
        ["response_format"] = info.SupportsDelivery.ToString(),
        ["style"] = info.SupportsStyle.ToString(),
        ["background"] = info.SupportsTransparency?.ToString(),
        ["fidelities"] = info.InputFidelities is { } fidelities
            ? List(fidelities.Select(fidelity => fidelity.ToString()))
            : null,
    };

    private static Dictionary<string, string?> FactsOf(ModelRules model) => new()
    {
        ["shutdown date"] = model.ShutDown?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none",
        ["sizes"] = model.Sizes is FlexibleSizes ? "any" : List(Sizes.Where(size => Makes(model, size))),
        ["qualities"] = List(model.Qualities),
        ["formats"] = Takes(model, "output_format") ? List(model.Formats) : List([]),
        ["most images"] = Number(model.MaxCount),
        ["longest prompt"] = Number(model.MaxPromptLength),
        ["most input images"] = Number(model.Edits ? model.Inputs.MaxCount : 0),
        ["variations"] = model.Varies.ToString(),
        ["response_format"] = Takes(model, "response_format").ToString(),
        ["style"] = Takes(model, "style").ToString(),
        ["background"] = Takes(model, "background").ToString(),
        ["fidelities"] = List(model.EditParameters!.Contains("input_fidelity") ? model.Fidelities : []),
    };

    private static bool Takes(ModelRules model, string field) => model.Parameters!.Contains(field);

    private static bool Makes(ModelRules model, string size)
    {
        try
        {
            return model.Sizes.Read(size, frames: null).ToString() == size;
        }
        catch (ApiException)
        {
            return false;
        }
    }

    private static string List(IEnumerable<string?> words) => string.Join(", ", words.Order(StringComparer.Ordinal));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

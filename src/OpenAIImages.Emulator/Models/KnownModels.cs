namespace OpenAIImages.Emulator.Models;

/// <summary>The image models of OpenAI, as of November 2026.</summary>
internal static class KnownModels
{
    /// <summary>The day that the table describes; a model that was shut down by then never comes back.</summary>
    public static readonly DateOnly AsOf = new(2026, 11, 27);

    private static readonly string[] UpToHigh = ["low", "medium", "high", "auto"];
    private static readonly string[] UpToMax = ["low", "medium", "high", "xhigh", "max", "auto"];
    private static readonly string[] Raster = ["png", "webp", "jpeg"];
    private static readonly DateOnly EndOf1Series = new(2026, 12, 1);

    private static readonly ModelRules Gpt1 = new()
    {
        Name = "gpt-image-1",
        Released = new(2025, 4, 23),
        ShutDown = new(2026, 10, 23),
        Parameters = ModelParameters.GptImage1,
        EditParameters = ModelParameters.GptImage1Edits,
        Sizes = new FixedSizes("1024x1024", ["1024x1024", "1024x1536", "1536x1024", "auto"]),
        Qualities = UpToHigh,
        DefaultQuality = "high",
        Formats = Raster,
        ReportsSettings = true,
        Tokens = OutputTokens.GptImage1,
    };

    private static readonly ModelRules Gpt15 = Gpt1 with
    {
        Name = "gpt-image-1.5",
        Released = new(2025, 12, 16),
        ShutDown = EndOf1Series,
        Snapshots = ["gpt-image-1.5-2025-12-16"],
        ListsSnapshots = false,
        Parameters = ModelParameters.GptImage,
        EditParameters = ModelParameters.GptImageEdits,
        Tokens = OutputTokens.GptImage15,
    };

    private static readonly ModelRules Gpt2 = Gpt15 with
    {
        Name = "gpt-image-2",
        Released = new(2026, 4, 21),
        ShutDown = null,
        Snapshots = ["gpt-image-2-2026-04-21"],
        ListsSnapshots = true,
        Sizes = new FlexibleSizes(),
        Fidelities = [],
        IsAlwaysFaithful = true,
        Tokens = OutputTokens.GptImage2,
    };

    private static readonly ModelRules Gpt25 = Gpt2 with
    {
        Name = "gpt-image-2.5-sunburst",
        Released = new(2026, 9, 8),
        Snapshots = ["gpt-image-2.5-sunburst-2026-09-08"],
        Qualities = UpToMax,
        Tokens = OutputTokens.GptImage25,
        Batches = false,
    };

    private static readonly ModelRules Gpt26 = Gpt25 with
    {
        Name = "gpt-image-2.6-sunburst",
        Released = new(2026, 11, 4),
        Snapshots = [],
        Formats = [.. Raster, "gif", "svg"],
        Tokens = OutputTokens.GptImage26,
        Batches = true,
    };

    private static readonly ModelRules DallE2 = new()
    {
        Name = "dall-e-2",
        Released = new(2022, 11, 3),
        ShutDown = new(2026, 5, 12),
        Parameters = ModelParameters.DallE2,
        EditParameters = ModelParameters.DallE2Edits,
        Inputs = InputRules.DallE2,
        Varies = true,
        MaxPromptLength = 1_000,
        Sizes = new FixedSizes("1024x1024", ["256x256", "512x512", "1024x1024"]),
        Qualities = ["standard"],
        DefaultQuality = "standard",
        LinksByDefault = true,
        RefusesContentTheOldWay = true,
    };

    private static readonly ModelRules DallE3 = DallE2 with
    {
        Name = "dall-e-3",
        Released = new(2023, 11, 6),
        Parameters = ModelParameters.DallE3,
        Edits = false,
        Varies = false,
        MaxPromptLength = 4_000,
        MaxCount = 1,
        Sizes = new FixedSizes("1024x1024", ["1024x1024", "1024x1792", "1792x1024"]),
        Qualities = ["standard", "hd"],
        RevisesPrompt = true,
    };

    /// <summary>Gets all models, newest first.</summary>
    public static IReadOnlyList<ModelRules> All { get; } =
    [
        Gpt26,
        Gpt26 with { Name = "gpt-image-2.6-flare" },
        Gpt25,
        Gpt25 with { Name = "gpt-image-2.5-flare", Snapshots = ["gpt-image-2.5-flare-2026-09-08"] },
        Gpt2,
        Gpt15,
        Gpt15 with { Name = "chatgpt-image-latest", Snapshots = [] },
        Gpt1 with
        {
            Name = "gpt-image-1-mini",
            Released = new(2025, 10, 6),
            ShutDown = EndOf1Series,
            Parameters = ModelParameters.GptImage,
            EditParameters = ModelParameters.GptImageEdits,
            Fidelities = ["low"],
            Tokens = OutputTokens.GptImage1Mini,
        },
        Gpt1,
        DallE3,
        DallE2,
    ];

    /// <summary>Finds a model by its name or by the name of a snapshot.</summary>
    public static ModelRules? Find(string name)
        => All.FirstOrDefault(model => model.Name == name || model.Snapshots.Contains(name));
}

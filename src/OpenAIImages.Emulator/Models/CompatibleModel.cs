namespace OpenAIImages.Emulator.Models;

/// <summary>A model that is not OpenAI's, as on an OpenAI-compatible server.</summary>
/// <remarks>It accepts any field, both ways of delivery, and any size that a small machine can paint.</remarks>
internal static class CompatibleModel
{
    public static ModelRules Named(string name) => new()
    {
        Name = name,
        Released = KnownModels.AsOf,
        Sizes = new AnySizes(),
        Qualities = ["low", "medium", "high", "xhigh", "max", "standard", "hd", "auto"],
        DefaultQuality = "high",
        Formats = ["png", "webp", "jpeg"],
        ReportsSettings = true,
        IsAlwaysFaithful = true,
        Tokens = OutputTokens.Compatible,
        Varies = true,
    };
}

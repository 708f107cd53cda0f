namespace OpenAIImages.Emulator.Models;

/// <summary>A model that is not OpenAI's, as servers with an OpenAI-compatible address have them.</summary>
/// <remarks>It takes any field, both ways of delivery, and any size that a small machine can paint.</remarks>
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

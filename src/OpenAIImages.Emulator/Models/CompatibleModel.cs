namespace OpenAIImages.Emulator.Models;

/// <summary>A model that is not OpenAI's, as servers with an OpenAI-compatible address have them.</summary>
/// <remarks>It takes any field, both ways of delivery, and any size that a small machine can paint.</remarks>
internal static class CompatibleModel
{
    // Names that can only be meant as OpenAI's own. A misspelt one must not turn into another model in silence.
    private static readonly string[] OpenAIPrefixes = ["gpt-", "chatgpt-", "dall-e"];

    public static ModelRules? Find(string name)
        => name.Length == 0 || OpenAIPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            ? null
            : new ModelRules
            {
                Name = name,
                Released = KnownModels.AsOf,
                Sizes = new AnySizes(),
                Qualities = ["low", "medium", "high", "xhigh", "max", "standard", "hd", "auto"],
                DefaultQuality = "high",
                Formats = ["png", "jpeg", "webp"],
                ReportsSettings = true,
                Varies = true,
            };
}

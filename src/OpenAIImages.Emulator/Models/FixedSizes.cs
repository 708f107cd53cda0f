using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The few sizes that models before gpt-image-2 make.</summary>
/// <param name="usual">The size for an omitted size or <c>auto</c>.</param>
/// <param name="all">The sizes, in the order in which the service lists them.</param>
internal sealed class FixedSizes(string usual, string[] all) : ISizeRules
{
    public PictureSize Read(string? text, int? frames)
    {
        if (text is not null && !all.Contains(text))
        {
            throw Refusals.NotOneOf("size", text, all);
        }

        return PictureSize.Parse(text is null or "auto" ? usual : text)!.Value;
    }

    public PictureSize Fit(PictureSize source)
        => all.Select(PictureSize.Parse).OfType<PictureSize>()
            .Where(size => size.Width.CompareTo(size.Height) == source.Width.CompareTo(source.Height))
            .DefaultIfEmpty(Read(usual, frames: null))
            .Last();
}

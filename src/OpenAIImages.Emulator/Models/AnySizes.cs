using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The sizes of compatible models: any size down to a single pixel, which makes tests fast.</summary>
internal sealed class AnySizes : ISizeRules
{
    private const int LongestEdge = 4_096;

    private static readonly PictureSize Auto = new(1_024, 1_024);

    public PictureSize Read(string? text, int? frames)
    {
        if (text is null or "auto")
        {
            return Auto;
        }

        var size = PictureSize.Parse(text) ?? throw Refusals.NoSize(text, PictureSize.Expected);

        return IsPossible(size)
            ? size
            : throw Refusals.BadSize(text, "Width and height must both be between 1 and 4096.");
    }

    public PictureSize Fit(PictureSize source) => IsPossible(source) ? source : Auto;

    private static bool IsPossible(PictureSize size)
        => size.Width is >= 1 and <= LongestEdge && size.Height is >= 1 and <= LongestEdge;
}

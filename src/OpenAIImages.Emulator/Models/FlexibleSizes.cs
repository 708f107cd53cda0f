using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The sizes of gpt-image-2 and later: any size that keeps five rules.</summary>
internal sealed class FlexibleSizes : ISizeRules
{
    private const int Step = 16;
    private const int WidestRatio = 3;
    private const int LongestEdge = 3_840;
    private const long FewestPixels = 655_360;
    private const long MostPixels = 8_294_400;

    // The service may choose any size for "auto"; the emulator always chooses a square, so that tests are predictable.
    private static readonly PictureSize Auto = new(1_024, 1_024);

    public PictureSize Read(string? text, int? frames)
    {
        if (text is null or "auto")
        {
            return frames is { } asked ? GifSheet.Usual(asked) : Auto;
        }

        var size = PictureSize.Parse(text);
        if (size is not { Width: > 0, Height: > 0 } given)
        {
            throw Refusals.NoSize(text, PictureSize.Expected);
        }

        if (given.Width % Step != 0 || given.Height % Step != 0)
        {
            throw Refusals.NoSize(text, "Width and height must both be divisible by 16.");
        }

        var fault = frames is { } count ? SheetFault(given, count) : Fault(given);

        return fault is null ? given : throw Refusals.BadSize(text, fault);
    }

    public PictureSize Fit(PictureSize source)
        => source.Width % Step == 0 && source.Height % Step == 0 && Fault(source) is null ? source
            : source.Width > source.Height ? new(1_536, 1_024)
            : source.Width < source.Height ? new(1_024, 1_536)
            : Auto;

    // OpenAI does not publish the orientation of a sheet of portrait frames: a size is valid if either orientation is.
    private static string? SheetFault(PictureSize frame, int frames)
    {
        var sheets = GifSheet.Sheets(frame, frames);

        return sheets.Any(sheet => Fault(sheet) is null)
            ? null
            : $"A GIF of {frames} frames is drawn as one sheet of {sheets[0]}. {Fault(sheets[0])}";
    }

    private static string? Fault(PictureSize size) => size switch
    {
        _ when Math.Max(size.Width, size.Height) > LongestEdge
            => "The longest edge must be less than or equal to 3840.",
        _ when size.Width > WidestRatio * size.Height || size.Height > WidestRatio * size.Width
            => "The maximum supported aspect ratio is 3:1.",
        _ when size.Pixels < FewestPixels => "Requested resolution is below the current minimum pixel budget.",
        _ when size.Pixels > MostPixels => "Requested resolution exceeds the current pixel budget.",
        _ => null,
    };
}

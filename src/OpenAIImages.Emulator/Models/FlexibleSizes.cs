using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The sizes of gpt-image-2 and later: any that keeps five rules.</summary>
internal sealed class FlexibleSizes : ISizeRules
{
    private const int Step = 16;
    private const int WidestRatio = 3;
    private const int LongestEdge = 3_840;
    private const long FewestPixels = 655_360;
    private const long MostPixels = 8_294_400;

    // "auto" may come to any size at the service; a square every time keeps tests predictable.
    private static readonly PictureSize Auto = new(1_024, 1_024);

    public PictureSize Read(string? text)
    {
        if (text is null or "auto")
        {
            return Auto;
        }

        var size = PictureSize.Parse(text) ?? throw Refusals.BadSize(text, PictureSize.Expected);

        return Fault(size) is { } fault ? throw Refusals.BadSize(text, fault) : size;
    }

    public PictureSize Fit(PictureSize source)
        => Fault(source) is null ? source
            : source.Width > source.Height ? new(1_536, 1_024)
            : source.Width < source.Height ? new(1_024, 1_536)
            : Auto;

    private static string? Fault(PictureSize size) => size switch
    {
        _ when size.Width % Step != 0 || size.Height % Step != 0 => "Width and height must both be divisible by 16.",
        _ when Math.Max(size.Width, size.Height) > LongestEdge => "The longest edge must be at most 3840 pixels.",
        _ when size.Width > WidestRatio * size.Height || size.Height > WidestRatio * size.Width
            => "The aspect ratio must be between 1:3 and 3:1.",
        _ when size.Pixels < FewestPixels => "The total number of pixels must be at least 655360.",
        _ when size.Pixels > MostPixels => "The total number of pixels must be at most 8294400.",
        _ => null,
    };
}

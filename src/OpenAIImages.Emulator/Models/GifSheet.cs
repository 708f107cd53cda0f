using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The sheet on which all frames of a GIF are drawn together, before they are cut out.</summary>
internal static class GifSheet
{
    /// <summary>The number of frames of a GIF when the request gives none.</summary>
    public const int UsualFrames = 9;

    /// <summary>Returns the sizes that a sheet may have, the landscape one first.</summary>
    public static IReadOnlyList<PictureSize> Sheets(PictureSize frame, int frames)
    {
        var (columns, rows) = Grid(frames);

        return
        [
            new(frame.Width * columns, frame.Height * rows),
            new(frame.Width * rows, frame.Height * columns),
        ];
    }

    /// <summary>Returns the size of the frames when the request gives no size: a square whose sheet keeps the rules for
    /// sizes.</summary>
    public static PictureSize Usual(int frames) => Grid(frames) == (4, 4) ? new(720, 720) : new(768, 768);

    private static (int Columns, int Rows) Grid(int frames) => frames switch
    {
        <= 8 => (4, 2),
        9 => (3, 3),
        <= 12 => (4, 3),
        _ => (4, 4),
    };
}

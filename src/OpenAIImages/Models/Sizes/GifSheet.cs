namespace OpenAIImages.Models;

/// <summary>The sheet on which the service draws all frames of a GIF before it cuts them apart.</summary>
/// <remarks>
/// The size rules hold for the sheet. So frames may be smaller than other images, and cannot be as large. The grid
/// follows from published limits. No source says whether the service turns a sheet of portrait frames, so the check
/// accepts both ways.
/// </remarks>
internal static class GifSheet
{
    private const int Step = 16;
    private const int MinFrames = 2;
    private const int MaxFrames = 16;
    private const int UsualFrames = 9;

    // A frame cannot be longer than a sheet. The limit also prevents an overflow of the multiplication below.
    private const int MaxSide = 3_840;

    /// <summary>Returns the reason why frames of a size do not fit on a sheet.</summary>
    /// <param name="frame">The size of a frame, not <c>auto</c>.</param>
    /// <param name="count">The number of frames; <see langword="null"/> for the default of the service.</param>
    /// <returns>A sentence; <see langword="null"/> when the frames fit, or when their number itself is not allowed.
    /// </returns>
    public static string? Check(ImageSize frame, int? count)
    {
        var frames = count ?? UsualFrames;
        if (frames is < MinFrames or > MaxFrames)
        {
            return null;
        }

        if (frame.Width % Step != 0 || frame.Height % Step != 0)
        {
            return $"Size is {frame}: both sides of a frame must be multiples of {Step}.";
        }

        var (columns, rows) = Grid(frames);
        var broken = Broken(frame, columns, rows);

        return broken.Count == 0 || Broken(frame, rows, columns).Count == 0
            ? null
            : $"Size is {frame}: {frames} frames are drawn on one sheet of {columns} by {rows}, which breaks the " +
                $"published rules: {string.Join(" ", broken)}";
    }

    /// <summary>Returns the size of the sheet for some frames, in landscape and in portrait.</summary>
    /// <param name="frame">The size of a frame, not <c>auto</c>.</param>
    /// <param name="count">The number of frames; <see langword="null"/> for the default of the service.</param>
    /// <returns>The two sizes; <see langword="null"/> when the number of frames or the size of a frame is not
    /// possible.</returns>
    public static (ImageSize Lying, ImageSize Standing)? Size(ImageSize frame, int? count)
    {
        var frames = count ?? UsualFrames;
        if (frames is < MinFrames or > MaxFrames || Math.Max(frame.Width, frame.Height) > MaxSide)
        {
            return null;
        }

        var (columns, rows) = Grid(frames);

        return (
            new ImageSize(frame.Width * columns, frame.Height * rows),
            new ImageSize(frame.Width * rows, frame.Height * columns));
    }

    private static IReadOnlyList<string> Broken(ImageSize frame, int columns, int rows)
        => frame.Width > MaxSide || frame.Height > MaxSide
            ? [$"{frame}: neither side of a frame may exceed {MaxSide} pixels."]
            : new ImageSize(frame.Width * columns, frame.Height * rows).GetAdvice();

    private static (int Columns, int Rows) Grid(int frames) => frames switch
    {
        <= 8 => (4, 2),
        9 => (3, 3),
        <= 12 => (4, 3),
        _ => (4, 4),
    };
}

namespace OpenAIImages.Models;

/// <summary>The sheet on which the service draws all frames of a GIF before it cuts them apart.</summary>
/// <remarks>
/// The size rules hold for the sheet. So frames may be smaller than other images, and cannot be as large. The grid is
/// derived from published limits. It is not known whether a sheet of portrait frames is turned, so both ways are
/// accepted.
/// </remarks>
internal static class GifSheet
{
    private const int Step = 16;
    private const int MinFrames = 2;
    private const int MaxFrames = 16;
    private const int UsualFrames = 9;

    // A frame is no longer than a sheet may be. The limit also keeps the multiplication below from overflowing.
    private const int MaxSide = 3_840;

    /// <summary>Says why frames of a size do not fit on a sheet.</summary>
    /// <param name="frame">The size of a frame, not <c>auto</c>.</param>
    /// <param name="count">How many frames; <see langword="null"/> for the default of the service.</param>
    /// <returns>A sentence; <see langword="null"/> when the frames fit, or when their number is not allowed anyway.
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

    /// <summary>Tells how large the sheet of some frames is, lying and standing.</summary>
    /// <param name="frame">The size of a frame, not <c>auto</c>.</param>
    /// <param name="count">How many frames; <see langword="null"/> for what the service takes.</param>
    /// <returns>The two sizes; nothing when there can be no such number of frames, or no such sheet.</returns>
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

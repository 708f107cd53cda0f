namespace OpenAIImages.Advice;

/// <summary>The sheet that the service draws all frames of a GIF on, and then cuts.</summary>
/// <remarks>
/// The sheet must keep the size rules, so that frames may be smaller than other images and not as large. Its grid is
/// derived from published limits; which way a sheet of portrait frames lies is not known, so that either way is good.
/// </remarks>
internal static class GifSheet
{
    private const int Step = 16;
    private const int MinFrames = 2;
    private const int MaxFrames = 16;
    private const int UsualFrames = 9;

    // No sheet is longer, so that no frame is; multiplied, it stays a number.
    private const int MaxSide = 3_840;

    /// <summary>Tells why frames of a size do not fit.</summary>
    /// <param name="frame">The size of a frame, not <c>auto</c>.</param>
    /// <param name="count">How many frames; <see langword="null"/> for what the service takes.</param>
    /// <returns>A sentence; <see langword="null"/> when they fit, or when there can be no such number of frames.
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

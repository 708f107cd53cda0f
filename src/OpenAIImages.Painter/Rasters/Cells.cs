namespace OpenAIImages.Painter.Rasters;

/// <summary>Cuts a picture into cells of about the same size, whose borders follow its colours.</summary>
internal static class Cells
{
    /// <summary>Gives the cell of each pixel.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="pitch">The width of a cell, in pixels.</param>
    /// <param name="seed">The seed of the positions of the cells.</param>
    public static int[] Cut(Pixels pixels, int pitch, uint seed)
    {
        var (columns, rows) = ((pixels.Width + pitch - 1) / pitch, (pixels.Height + pitch - 1) / pitch);
        var centres = new (float X, float Y, float Red, float Green, float Blue)[columns * rows];
        for (var cell = 0; cell < centres.Length; cell++)
        {
            var (row, column) = Math.DivRem(cell, columns);
            var x = (column + 0.5f + (Noise.Value(column * 1.7f, row * 2.3f, seed) - 0.5f) * 1.2f) * pitch;
            var y = (row + 0.5f + (Noise.Value(column * 2.9f, row * 1.3f, seed + 1) - 0.5f) * 1.2f) * pitch;
            var at = (Math.Clamp((int)y, 0, pixels.Height - 1) * pixels.Width +
                Math.Clamp((int)x, 0, pixels.Width - 1)) * 4;
            centres[cell] = (x, y, pixels.Bytes[at], pixels.Bytes[at + 1], pixels.Bytes[at + 2]);
        }

        var cells = new int[pixels.Width * pixels.Height];
        Parallel.For(0, pixels.Height, y =>
        {
            for (var x = 0; x < pixels.Width; x++)
            {
                cells[y * pixels.Width + x] = Nearest(pixels, x, y, pitch, centres, columns, rows);
            }
        });

        return cells;
    }

    private static int Nearest(
        Pixels pixels, int x, int y, int pitch, (float X, float Y, float Red, float Green, float Blue)[] centres,
        int columns, int rows)
    {
        var at = (y * pixels.Width + x) * 4;
        var (column, row) = (x / pitch, y / pitch);
        var (least, nearest) = (float.MaxValue, 0);
        var weight = pitch * pitch / 3_200f;
        for (var down = Math.Max(0, row - 1); down <= Math.Min(rows - 1, row + 1); down++)
        {
            for (var across = Math.Max(0, column - 1); across <= Math.Min(columns - 1, column + 1); across++)
            {
                var centre = centres[down * columns + across];
                var (farX, farY) = (x - centre.X, y - centre.Y);
                var (red, green, blue) = (pixels.Bytes[at] - centre.Red, pixels.Bytes[at + 1] - centre.Green,
                    pixels.Bytes[at + 2] - centre.Blue);
                var distance = farX * farX + farY * farY + (red * red + green * green + blue * blue) * weight;
                (least, nearest) = distance < least ? (distance, down * columns + across) : (least, nearest);
            }
        }

        return nearest;
    }
}

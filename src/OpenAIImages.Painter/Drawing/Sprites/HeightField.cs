using System.Buffers;
using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>The blurred outline of a sprite, used as a height. A wide blur needs few samples.</summary>
/// <remarks>Its numbers lie in a borrowed array, which <see cref="Dispose"/> gives back.</remarks>
internal sealed class HeightField : IDisposable
{
    // One sample stands for so many pixels of blur. Small sprites have a sample for each pixel.
    private const int SmoothPixels = 6;

    private readonly float[] _heights;
    private readonly int _step;
    private readonly int _columns;
    private readonly int _rows;

    private HeightField(float[] heights, int step, int columns, int rows)
        => (_heights, _step, _columns, _rows) = (heights, step, columns, rows);

    /// <summary>Makes the field of a sprite.</summary>
    /// <param name="sprite">The sprite.</param>
    /// <param name="radius">How far one of the three blurs reaches, in pixels.</param>
    public static HeightField Of(Pixels sprite, int radius)
    {
        var step = Math.Max(1, radius / SmoothPixels);
        var (columns, rows) = ((sprite.Width + step - 1) / step, (sprite.Height + step - 1) / step);
        var heights = ArrayPool<float>.Shared.Rent(columns * rows);
        var between = ArrayPool<float>.Shared.Rent(columns * rows);
        Parallel.For(0, rows, row => Gather(sprite, heights, step, columns, row));
        BoxBlur.Blur(heights, heights, between, columns, rows, Math.Max(1, radius / step), times: 3);
        ArrayPool<float>.Shared.Return(between);

        return new HeightField(heights, step, columns, rows);
    }

    /// <summary>Finds the samples around a row of pixels.</summary>
    public (int Upper, float Down) RowAt(int y)
    {
        var at = (y + 0.5f) / _step - 0.5f;
        var upper = Math.Clamp((int)at, 0, Math.Max(0, _rows - 2));

        return (upper, Math.Clamp(at - upper, 0, 1));
    }

    /// <summary>Gives how the height changes over two pixels, across and down.</summary>
    public (float Across, float Down) SlopeAt((int Upper, float Down) row, int x)
    {
        if (_step == 1)
        {
            var pixel = (row.Upper + (row.Down > 0.5f ? 1 : 0)) * _columns + x;

            return (_heights[pixel + 1] - _heights[pixel - 1], _heights[pixel + _columns] - _heights[pixel - _columns]);
        }

        var at = (x + 0.5f) / _step - 0.5f;
        var left = Math.Clamp((int)at, 1, Math.Max(1, _columns - 3));
        var across = Math.Clamp(at - left, 0, 1);
        var upper = Math.Clamp(row.Upper, 1, Math.Max(1, _rows - 3));
        var down = row.Upper == upper ? row.Down : row.Upper < upper ? 0 : 1;

        return (Mix(upper, left, across, down, 1) / _step, Mix(upper, left, across, down, _columns) / _step);
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_heights);

    // The differences at four samples, mixed by how near they are.
    private float Mix(int row, int column, float across, float down, int beside)
    {
        var at = row * _columns + column;
        var upper = Between(at, across, beside);

        return upper + (Between(at + _columns, across, beside) - upper) * down;
    }

    private float Between(int at, float across, int beside)
    {
        var left = _heights[at + beside] - _heights[at - beside];

        return left + (_heights[at + 1 + beside] - _heights[at + 1 - beside] - left) * across;
    }

    private static void Gather(Pixels sprite, float[] heights, int step, int columns, int row)
    {
        for (var column = 0; column < columns; column++)
        {
            var (sum, count) = (0, 0);
            for (var y = row * step; y < Math.Min(sprite.Height, (row + 1) * step); y++)
            {
                for (var x = column * step; x < Math.Min(sprite.Width, (column + 1) * step); x++)
                {
                    sum += sprite.Bytes[(y * sprite.Width + x) * 4 + 3];
                    count++;
                }
            }

            heights[row * columns + column] = sum / (255f * count);
        }
    }
}

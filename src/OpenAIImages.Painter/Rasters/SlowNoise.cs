namespace OpenAIImages.Painter.Rasters;

/// <summary>Noise that changes slowly: computed at some pixels and interpolated between them.</summary>
internal sealed class SlowNoise
{
    private readonly int _step;
    private readonly int _columns;
    private readonly float[] _grid;

    /// <summary>Computes the noise.</summary>
    /// <param name="width">The width of the picture, in pixels.</param>
    /// <param name="height">The height of the picture, in pixels.</param>
    /// <param name="step">The distance between computed pixels, at least 1.</param>
    /// <param name="valueAt">Gives the value of the noise at a pixel.</param>
    public SlowNoise(int width, int height, int step, Func<float, float, float> valueAt)
    {
        _step = Math.Max(1, step);
        _columns = width / _step + 2;
        var rows = height / _step + 2;
        _grid = new float[_columns * rows];
        Parallel.For(0, rows, row =>
        {
            for (var column = 0; column < _columns; column++)
            {
                _grid[row * _columns + column] = valueAt(column * _step, row * _step);
            }
        });
    }

    public float At(int x, int y)
    {
        var (column, row) = (x / _step, y / _step);
        var (across, down) = ((x - column * _step) / (float)_step, (y - row * _step) / (float)_step);
        var at = row * _columns + column;
        var upper = _grid[at] + (_grid[at + 1] - _grid[at]) * across;
        var lower = _grid[at + _columns] + (_grid[at + _columns + 1] - _grid[at + _columns]) * across;

        return upper + (lower - upper) * down;
    }
}

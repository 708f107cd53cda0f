using System.Buffers;

namespace OpenAIImages.Painter.Rasters;

/// <summary>A number for each pixel, in borrowed memory, which <see cref="Dispose"/> gives back.</summary>
internal sealed class Field(int width, int height) : IDisposable
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Gets the numbers, row by row, with any value at first. The array is longer than they are.</summary>
    public float[] Values { get; } = ArrayPool<float>.Shared.Rent(width * height);

    public float this[int pixel]
    {
        get => Values[pixel];
        set => Values[pixel] = value;
    }

    /// <summary>Gives the field blurred; edges repeat outwards.</summary>
    public Field Blurred(int radius, int times = 1)
    {
        var blurred = new Field(Width, Height);
        using var between = new Field(Width, Height);
        BoxBlur.Blur(Values, blurred.Values, between.Values, Width, Height, radius, times);

        return blurred;
    }

    /// <summary>Blurs the field itself; edges repeat outwards.</summary>
    public void Blur(int radius, int times = 1)
    {
        using var between = new Field(Width, Height);
        BoxBlur.Blur(Values, Values, between.Values, Width, Height, radius, times);
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(Values);
}

using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>Blades of grass gathered by shade, so that a thousand of them cost four strokes of the brush.</summary>
internal sealed class BladeBundle : IDisposable
{
    private readonly SKPathBuilder[] _shades = [new(), new(), new(), new()];

    public void Add(int shade, float x, float foot, float length, float lean, float halfWidth)
    {
        var path = _shades[Math.Clamp(shade, 0, _shades.Length - 1)];
        path.MoveTo(x - halfWidth, foot);
        path.QuadTo(x - halfWidth * 0.4f + lean * 0.3f, foot - length * 0.55f, x + lean, foot - length);
        path.QuadTo(x + halfWidth * 0.7f + lean * 0.3f, foot - length * 0.5f, x + halfWidth, foot);
        path.Close();
    }

    public void Draw(SKCanvas canvas, Func<int, SKColor> colourOf)
    {
        for (var shade = 0; shade < _shades.Length; shade++)
        {
            using var path = _shades[shade].Detach();
            using var paint = new SKPaint { IsAntialias = true, Color = colourOf(shade) };
            canvas.DrawPath(path, paint);
        }
    }

    public void Dispose()
    {
        foreach (var shade in _shades)
        {
            shade.Dispose();
        }
    }
}

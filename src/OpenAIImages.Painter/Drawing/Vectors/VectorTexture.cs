using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Vectors;

/// <summary>Replaces a computed texture in a vector drawing by a gradient of the mean colours of its rows.</summary>
internal static class VectorTexture
{
    private const int Rows = 8;
    private const int Samples = 24;

    public static void Paint(SKCanvas canvas, SKRect area, Func<float, float, SKColor> colourAt)
    {
        var colours = Enumerable.Range(0, Rows).Select(row => Mean((row + 0.5f) / Rows, colourAt)).ToArray();
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, area.Top), new SKPoint(0, area.Bottom), colours, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawRect(area, paint);
    }

    private static SKColor Mean(float y, Func<float, float, SKColor> colourAt)
    {
        var (red, green, blue, alpha) = (0, 0, 0, 0);
        for (var sample = 0; sample < Samples; sample++)
        {
            var colour = colourAt((sample + 0.5f) / Samples, y);
            red += colour.Red * colour.Alpha;
            green += colour.Green * colour.Alpha;
            blue += colour.Blue * colour.Alpha;
            alpha += colour.Alpha;
        }

        var whole = Math.Max(1, alpha);

        return new SKColor((byte)(red / whole), (byte)(green / whole), (byte)(blue / whole), (byte)(alpha / Samples));
    }
}

using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>Draws the cords of a hanging figure: from the ceiling indoors, from a rope across the picture outdoors.
/// </summary>
internal static class CordPainter
{
    // A wide thing, such as a banner, hangs on both of its ends.
    private const float Wide = 1.6f;

    // The places of the rope's ends and of its middle, in heights of the picture.
    private const float RopeEnds = 0.012f;
    private const float RopeMiddle = 0.045f;

    public static void Paint(Easel easel, Figure figure)
    {
        if (!figure.Hangs || easel.Scene.Transparent)
        {
            return;
        }

        using var paint = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = Math.Max(1.5f, 4 * easel.Unit),
            StrokeCap = SKStrokeCap.Round,
            Color = Colours.Mix(easel.Lit(new SKColor(110, 84, 62)), new SKColor(110, 84, 62), 0.5f),
        };
        var outdoors = IsOutdoors(easel.Scene.Place);
        if (outdoors && easel.Scene.Figures.First(one => one.Hangs) == figure)
        {
            Rope(easel, paint);
        }

        var aspect = ArtworkShape.AspectOf(figure.Drawing);
        foreach (var end in aspect > Wide ? (ReadOnlySpan<float>)[-0.46f, 0.46f] : [0])
        {
            var to = Top(easel, figure, end * aspect * figure.Height);
            // The cord hangs straight from a place that does not move with the figure.
            var from = (figure.X + end * aspect * figure.Height) * easel.Edge;
            easel.Canvas.DrawLine(from, outdoors ? RopeAt(easel, from) : 0, to.X, to.Y, paint);
        }
    }

    private static bool IsOutdoors(Place place) => place is not (Place.Room or Place.Table or Place.Studio or Place.Wall
        or Place.Stage or Place.Underwater or Place.Abstract or Place.Anywhere);

    private static void Rope(Easel easel, SKPaint paint)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(0, RopeEnds * easel.Height);
        // A curve with one control point comes half as far down as that point.
        builder.QuadTo(
            easel.Width / 2f, (2 * RopeMiddle - RopeEnds) * easel.Height, easel.Width, RopeEnds * easel.Height);
        using var rope = builder.Detach();
        easel.Canvas.DrawPath(rope, paint);
    }

    private static float RopeAt(Easel easel, float x)
    {
        var across = Math.Clamp(x / easel.Width, 0, 1);

        return (RopeEnds + (RopeMiddle - RopeEnds) * 4 * across * (1 - across)) * easel.Height;
    }

    // The figure is turned about its foot.
    private static SKPoint Top(Easel easel, Figure figure, float aside)
    {
        var (sine, cosine) = MathF.SinCos(figure.Tilt * MathF.PI / 180);
        // The cord ends a little inside the drawing, so that no gap shows.
        var up = figure.Height * 0.97f;

        return new SKPoint(
            (figure.X + aside * cosine + up * sine) * easel.Edge, (figure.Y + aside * sine - up * cosine) * easel.Edge);
    }
}

using OpenAIImages.Painter.Drawing.Backgrounds;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>Draws a scene, from back to front.</summary>
internal static class ScenePainter
{
    /// <summary>Draws a scene on the easel's canvas, which must be transparent.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void Paint(Easel easel, CancellationToken cancellationToken)
    {
        PaintPlace(easel);
        cancellationToken.ThrowIfCancellationRequested();
        PaintFigures(easel, cancellationToken);
    }

    /// <summary>Draws the background; a picture with transparency has none.</summary>
    public static void PaintPlace(Easel easel)
    {
        if (!easel.Scene.Transparent)
        {
            Background(easel);
            Props(easel);
            SoftenFar(easel);
        }
    }

    /// <summary>Draws the figures, then the rain or snow in front of them.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void PaintFigures(Easel easel, CancellationToken cancellationToken)
    {
        if (easel.Scene.Badge)
        {
            BadgePainter.Paint(easel);

            return;
        }

        foreach (var figure in easel.Scene.Figures)
        {
            // Each figure has its own random numbers, so a figure that is added or removed does not change the others.
            easel.Restart(KeyOf(figure));
            CordPainter.Paint(easel, figure);
            FigurePainter.Paint(easel, figure);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (!easel.Scene.Transparent && easel.Look.Sheet is null)
        {
            easel.Restart(0xFA11);
            FallPainter.Paint(easel);
        }
    }

    private static ulong KeyOf(Figure figure)
        => SeededRandom.SeedOf(figure.Drawing) + Thousandths(figure.X) * 1_009 + Thousandths(figure.Y) * 7;

    // A figure can be left of the picture. Only by way of a signed number does each processor convert it alike.
    private static ulong Thousandths(float place) => (ulong)(long)(place * 1_000);

    private static void Props(Easel easel)
    {
        if (easel.Look.Sheet is not null)
        {
            return;
        }

        foreach (var prop in easel.Scene.Props)
        {
            easel.Restart(KeyOf(prop));
            FigurePainter.Paint(easel, prop);
        }
    }

    // A lens is focused on the figures, so the background alone is soft.
    private static void SoftenFar(Easel easel)
    {
        if (easel.Look.FarBlur == 0 || easel.Vector)
        {
            return;
        }

        var blur = easel.Look.FarBlur * easel.Unit;
        using var filter = SKImageFilter.CreateBlur(blur, blur, SKShaderTileMode.Clamp);
        easel.Canvas.SaveLayer(new SKCanvasSaveLayerRec { Backdrop = filter });
        easel.Canvas.Restore();
    }

    private static void Background(Easel easel)
    {
        if (easel.Look.Sheet is { } sheet)
        {
            easel.Canvas.Clear(sheet);

            return;
        }

        Action<Easel> paint = easel.Scene.Place switch
        {
            Place.Sea or Place.Beach => WaterPainter.Paint,
            Place.Lake or Place.River => ShorePainter.Paint,
            Place.Moon => MoonPainter.Paint,
            Place.Stage => StagePainter.Paint,
            Place.Wall => WallPainter.Paint,
            Place.City => CityPainter.Paint,
            Place.Room or Place.Table => RoomPainter.Paint,
            Place.Space => SpacePainter.Paint,
            Place.Underwater => UnderwaterPainter.Paint,
            Place.Studio => PlainPainter.Studio,
            Place.Sky => PlainPainter.Sky,
            Place.Abstract or Place.Anywhere => PlainPainter.Swirls,
            _ => LandPainter.Paint,
        };
        paint(easel);
    }
}

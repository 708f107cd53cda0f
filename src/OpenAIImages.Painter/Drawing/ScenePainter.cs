using OpenAIImages.Painter.Drawing.Backgrounds;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Drawing;

/// <summary>Draws a scene, from back to front.</summary>
internal static class ScenePainter
{
    /// <summary>Draws a scene on the easel's canvas, which is transparent before.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void Paint(Easel easel, CancellationToken cancellationToken)
    {
        if (!easel.Scene.Transparent)
        {
            Background(easel);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (easel.Scene.Badge)
        {
            BadgePainter.Paint(easel);

            return;
        }

        foreach (var figure in easel.Scene.Figures)
        {
            FigurePainter.Paint(easel, figure);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (!easel.Scene.Transparent)
        {
            FallPainter.Paint(easel);
        }
    }

    private static void Background(Easel easel)
    {
        Action<Easel> paint = easel.Scene.Place switch
        {
            Place.Sea or Place.Beach => WaterPainter.Paint,
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

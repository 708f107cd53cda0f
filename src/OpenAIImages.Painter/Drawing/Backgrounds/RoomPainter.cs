using OpenAIImages.Painter.Words;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>A room with a window; its floor, or the table before the viewer.</summary>
internal static class RoomPainter
{
    public static void Paint(Easel easel)
    {
        var table = easel.Scene.Place == Place.Table;
        var wall = easel.Scene.PlaceColour is { } colour && !table ? Colours.Of(colour) : new SKColor(226, 210, 188);
        // A lamp is on in the evening: a room is never as dark as the night outside.
        var light = Colours.Mix(easel.Palette.Light, new SKColor(255, 236, 206), 0.55f);
        var foot = easel.Horizon;
        easel.FillAround(
            new SKRect(0, 0, easel.Width, foot), new SKPoint(easel.Width * 0.3f, easel.Height * 0.25f),
            easel.Width * 0.9f,
            [wall.In(light).Lighten(0.35f), wall.In(light), wall.In(light).Darken(0.25f)], [0, 0.5f, 1]);
        Window(easel, light);
        var wood = (table && easel.Scene.PlaceColour is { } top ? Colours.Of(top) : new SKColor(172, 112, 66))
            .In(light);
        if (!table)
        {
            using var skirting = new SKPaint { Color = new SKColor(250, 246, 240).In(light) };
            easel.Canvas.DrawRect(0, foot - 22 * easel.Unit, easel.Width, 22 * easel.Unit, skirting);
        }

        easel.FillDown(new SKRect(0, foot, easel.Width, easel.Height), wood.Lighten(0.18f), wood, wood.Darken(0.22f));
        Grain(easel, foot);
        if (table)
        {
            using var edge = new SKPaint { Color = wood.Lighten(0.42f) };
            easel.Canvas.DrawRect(0, foot, easel.Width, 5 * easel.Unit, edge);
        }
    }

    private static void Window(Easel easel, SKColor light)
    {
        var frame = SKRect.Create(
            easel.Width * (easel.Scene.LightFromRight ? 0.62f : 0.08f), easel.Height * 0.07f, easel.Width * 0.3f,
            easel.Height * 0.38f);
        easel.Canvas.Save();
        easel.Canvas.ClipRect(frame);
        SkyPainter.Paint(easel, frame.Bottom, frame.Left, frame.Right);
        easel.Canvas.Restore();
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 16 * easel.Unit,
        };
        paint.Color = new SKColor(248, 244, 238).In(light);
        easel.Canvas.DrawRect(frame, paint);
        paint.StrokeWidth = 8 * easel.Unit;
        easel.Canvas.DrawLine(frame.MidX, frame.Top, frame.MidX, frame.Bottom, paint);
        easel.Canvas.DrawLine(frame.Left, frame.MidY, frame.Right, frame.MidY, paint);
    }

    private static void Grain(Easel easel, float top)
    {
        using var paint = new SKPaint { IsAntialias = true };
        for (var line = 0; line < 260; line++)
        {
            paint.Color = new SKColor(70, 34, 12, (byte)easel.Random.Between(10, 46));
            easel.Canvas.DrawOval(
                easel.Random.Unit() * easel.Width, top + (easel.Height - top) * easel.Random.Unit(),
                easel.Random.Between(40, 220) * easel.Unit, easel.Random.Between(0.6f, 2.2f) * easel.Unit, paint);
        }
    }
}

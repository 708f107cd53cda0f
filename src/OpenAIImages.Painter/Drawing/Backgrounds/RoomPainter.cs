using OpenAIImages.Painter.Words;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>A room with a window, and its floor or the table in front of the viewer.</summary>
internal static class RoomPainter
{
    // Rooms without their own colour take one of these colours.
    private static readonly SKColor[] Walls =
    [
        new(226, 210, 188), new(206, 220, 226), new(222, 206, 216), new(214, 222, 196), new(238, 222, 180),
        new(216, 198, 180),
    ];

    private static readonly SKColor[] Woods =
        [new(172, 112, 66), new(140, 88, 52), new(196, 144, 92), new(116, 78, 56)];

    public static void Paint(Easel easel)
    {
        var table = easel.Scene.Place == Place.Table;
        var wall = easel.Scene.PlaceColour is { } colour && !table ? Colours.Of(colour)
            : easel.OwnColour("wall", Walls[easel.Scene.Look % Walls.Length]);
        // A lamp is on in the evening: a room is never as dark as the night outside.
        var light = Colours.Mix(easel.Palette.Light, new SKColor(255, 236, 206), 0.55f);
        light = easel.Setting.Traits.Contains("dark") ? light.In(new SKColor(168, 160, 160)) : light;
        var foot = easel.Horizon;
        easel.FillAround(
            new SKRect(0, 0, easel.Width, foot),
            new SKPoint(easel.SunX, easel.Height * 0.25f),
            easel.Width * 0.9f,
            [wall.In(light).Lighten(0.35f), wall.In(light), wall.In(light).Darken(0.25f)], [0, 0.5f, 1]);
        Windows(easel, light);
        var wood = table && easel.Scene.PlaceColour is { } top ? Colours.Of(top)
            : easel.OwnColour("floor", Woods[easel.Scene.Look * 3 % Woods.Length]);
        Floor(easel, wood.In(light), light, table);
    }

    private static void Floor(Easel easel, SKColor floor, SKColor light, bool table)
    {
        var foot = easel.Horizon;
        if (!table)
        {
            using var skirting = new SKPaint { Color = new SKColor(250, 246, 240).In(light) };
            easel.Canvas.DrawRect(0, foot - 22 * easel.Unit, easel.Width, 22 * easel.Unit, skirting);
        }

        easel.FillDown(
            new SKRect(0, foot, easel.Width, easel.Height), floor.Lighten(0.18f), floor, floor.Darken(0.22f));
        if (easel.Setting.Traits.Contains("tiles"))
        {
            Tiles(easel, floor);
        }
        else
        {
            Grain(easel, foot);
        }

        if (table)
        {
            using var edge = new SKPaint { Color = floor.Lighten(0.42f) };
            easel.Canvas.DrawRect(0, foot, easel.Width, 5 * easel.Unit, edge);
        }
    }

    private static void Tiles(Easel easel, SKColor floor)
    {
        using var joint = new SKPaint
        {
            IsAntialias = true,
            StrokeWidth = 2.4f * easel.Unit,
            Color = floor.Darken(0.3f).Fade(0.7f),
        };
        var (foot, middle) = (easel.Horizon, easel.Width / 2f);
        for (var line = -20; line <= 20; line++)
        {
            easel.Canvas.DrawLine(
                middle + line * 60 * easel.Unit, foot, middle + line * 150 * easel.Unit, easel.Height, joint);
        }

        for (var line = 1; line < 6; line++)
        {
            var y = foot + (easel.Height - foot) * MathF.Pow(line / 6f, 1.5f);
            easel.Canvas.DrawLine(0, y, easel.Width, y, joint);
        }
    }

    // One window on the side of the light, two windows, or a row of windows.
    private static void Windows(Easel easel, SKColor light)
    {
        var traits = easel.Setting.Traits;
        if (traits.Contains("no-window"))
        {
            return;
        }

        var wide = easel.Random.Between(0.2f, 0.32f);
        var left = easel.Scene.LightFromRight ? 0.92f - wide : 0.08f;
        var top = easel.Random.Between(0.05f, 0.1f);
        if (traits.Contains("windows") || easel.Random.Chance(0.25f))
        {
            for (var window = 0; window < 3; window++)
            {
                Window(easel, light, 0.06f + 0.32f * window, top, 0.23f);
            }

            return;
        }

        Window(easel, light, left, top, wide);
    }

    private static void Window(Easel easel, SKColor light, float left, float top, float wide)
    {
        var frame = SKRect.Create(
            easel.Width * left, easel.Height * top, easel.Width * wide, easel.Height * 0.36f);
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

using System.Runtime.CompilerServices;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing.Regions;

/// <summary>The part of a picture that an edit may change.</summary>
internal sealed class Region
{
    private const byte Marked = 24;
    private const byte Half = 128;
    private const int Blurs = 2;

    private readonly byte[] _open;

    private Region(int width, int height, byte[] open)
    {
        Width = width;
        Height = height;
        _open = open;
        Box = BoxOf(width, height, open, Half);
        Share = CountOf(open) / (float)open.Length;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Gets the smallest rectangle around it; empty when nothing may change.</summary>
    public SKRectI Box { get; }

    /// <summary>Gets its share of the picture, 0 to 1.</summary>
    public float Share { get; }

    /// <summary>Reads a mask: its transparent part may change.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Region OfMask(Overlay mask, int width, int height)
    {
        var alphas = mask.Cover(width, height);
        var open = new byte[alphas.Length];
        for (var pixel = 0; pixel < open.Length; pixel++)
        {
            open[pixel] = (byte)(255 - alphas[pixel]);
        }

        return new Region(width, height, open);
    }

    /// <summary>Reads marks: the area that they surround may change.</summary>
    public static Region OfMarks(Overlay marks, int width, int height)
    {
        var box = BoxOf(width, height, marks.Cover(width, height), Marked);
        var open = new byte[width * height];
        for (var y = box.Top; y < box.Bottom; y++)
        {
            open.AsSpan(y * width + box.Left, box.Width).Fill(255);
        }

        return new Region(width, height, open);
    }

    public bool Has(int x, int y) => _open[y * Width + x] >= Half;

    public bool[] Holes() => Array.ConvertAll(_open, static value => value > 0);

    /// <summary>Gives the share of the change for each pixel of a frame, 0 to 1.</summary>
    /// <remarks>The transition lies inside the region, and the region inside the frame. The caller disposes of the
    /// weights.</remarks>
    public (SKRectI Frame, Field Weights) Weights()
    {
        var radius = Math.Max(1, Math.Min(Width, Height) / 400);
        var frame = FrameOf(radius * Blurs + 1);
        var soft = new Field(frame.Width, frame.Height);
        for (var y = 0; y < frame.Height; y++)
        {
            for (var x = 0; x < frame.Width; x++)
            {
                soft[y * frame.Width + x] = _open[(frame.Top + y) * Width + frame.Left + x] / 255f;
            }
        }

        soft.Blur(radius, Blurs);
        for (var y = 0; y < frame.Height; y++)
        {
            for (var x = 0; x < frame.Width; x++)
            {
                // A blurred edge is one half where the edge was: from there inwards it rises from nothing to all.
                var open = _open[(frame.Top + y) * Width + frame.Left + x] / 255f;
                var pixel = y * frame.Width + x;
                soft[pixel] = open == 0 ? 0 : Math.Clamp(soft[pixel] * 2 - 0.98f, 0.02f, 1) * open;
            }
        }

        return (frame, soft);
    }

    // The frame holds all open pixels, also those that are less than half open, and the margin that a blur needs.
    private SKRectI FrameOf(int margin)
    {
        var box = BoxOf(Width, Height, _open, 1);

        return box.IsEmpty ? box : SKRectI.Intersect(
            SKRectI.Inflate(box, margin, margin), new SKRectI(0, 0, Width, Height));
    }

    /// <summary>Gives the share of a rectangle that is in the region, 0 to 1.</summary>
    public float Covers(SKRect area)
    {
        var inside = 0;
        var all = 0;
        for (var row = 0; row < 24; row++)
        {
            for (var column = 0; column < 24; column++)
            {
                var x = (int)(area.Left + (column + 0.5f) / 24 * area.Width);
                var y = (int)(area.Top + (row + 0.5f) / 24 * area.Height);
                if (x >= 0 && y >= 0 && x < Width && y < Height)
                {
                    all++;
                    inside += Has(x, y) ? 1 : 0;
                }
            }
        }

        return all == 0 ? 0 : inside / (float)all;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountOf(byte[] open)
    {
        var count = 0;
        foreach (var value in open)
        {
            count += value >= Half ? 1 : 0;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static SKRectI BoxOf(int width, int height, byte[] values, byte least)
    {
        var (left, top, right, bottom) = (width, height, 0, 0);
        for (var pixel = 0; pixel < values.Length; pixel++)
        {
            if (values[pixel] >= least)
            {
                var (y, x) = Math.DivRem(pixel, width);
                left = Math.Min(left, x);
                top = Math.Min(top, y);
                right = Math.Max(right, x + 1);
                bottom = Math.Max(bottom, y + 1);
            }
        }

        return right == 0 ? SKRectI.Empty : new SKRectI(left, top, right, bottom);
    }
}

using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing.Regions;

/// <summary>The part of a picture that an edit may change.</summary>
internal sealed class Region
{
    private const byte Marked = 24;

    private readonly byte[] _open;

    private Region(int width, int height, byte[] open)
    {
        Width = width;
        Height = height;
        _open = open;
        Box = BoxOf(width, height, open);
        Share = open.Count(value => value >= 128) / (float)open.Length;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Gets the smallest rectangle around it; empty when nothing may change.</summary>
    public SKRectI Box { get; }

    /// <summary>Gets its share of the picture, 0 to 1.</summary>
    public float Share { get; }

    /// <summary>Reads a mask: its transparent part may change.</summary>
    public static Region OfMask(Photo mask, int width, int height)
        => Of(mask, width, height, alpha => (byte)(255 - alpha));

    /// <summary>Reads marks: the area that they surround may change.</summary>
    public static Region OfMarks(Photo marks, int width, int height)
    {
        var marked = Of(marks, width, height, alpha => alpha >= Marked ? (byte)255 : (byte)0);
        var open = new byte[width * height];
        for (var y = marked.Box.Top; y < marked.Box.Bottom; y++)
        {
            open.AsSpan(y * width + marked.Box.Left, marked.Box.Width).Fill(255);
        }

        return new Region(width, height, open);
    }

    public bool Has(int x, int y) => _open[y * Width + x] >= 128;

    public bool[] Holes() => [.. _open.Select(value => value > 0)];

    /// <summary>Gives the share of the change for each pixel, 0 to 1. The transition lies inside the region. The caller
    /// disposes of them.</summary>
    public Field Weights()
    {
        var soft = new Field(Width, Height);
        for (var pixel = 0; pixel < _open.Length; pixel++)
        {
            soft[pixel] = _open[pixel] / 255f;
        }

        soft.Blur(Math.Max(1, Math.Min(Width, Height) / 400), times: 2);
        for (var pixel = 0; pixel < _open.Length; pixel++)
        {
            // A blurred edge is one half where the edge was: from there inwards it rises from nothing to all.
            var open = _open[pixel] / 255f;
            soft[pixel] = open == 0 ? 0 : Math.Clamp(soft[pixel] * 2 - 0.98f, 0.02f, 1) * open;
        }

        return soft;
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

    private static Region Of(Photo photo, int width, int height, Func<byte, byte> openAt)
    {
        // A mask of another size than the picture is cropped as the picture was.
        var alphas = photo.Width == width && photo.Height == height ? photo.Straight : photo.Cover(width, height).Bytes;
        var open = new byte[width * height];
        for (var pixel = 0; pixel < open.Length; pixel++)
        {
            open[pixel] = openAt(alphas[pixel * 4 + 3]);
        }

        return new Region(width, height, open);
    }

    private static SKRectI BoxOf(int width, int height, byte[] open)
    {
        var (left, top, right, bottom) = (width, height, 0, 0);
        for (var pixel = 0; pixel < open.Length; pixel++)
        {
            if (open[pixel] >= 128)
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

using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Low poly: triangles of one colour each, small along contours.</summary>
internal static class LowPolyFilter
{
    private const int Columns = 17;
    private const int PointsOnContours = 1_500;

    public static void Apply(Pixels pixels, uint seed)
    {
        var facets = Facets(pixels, seed);
        var image = Pixels.Draw(pixels.Width, pixels.Height, canvas =>
        {
            // A thin stroke closes the seams that smooth edges leave between triangles.
            using var paint = new SKPaint
            {
                IsAntialias = true,
                Style = SKPaintStyle.StrokeAndFill,
                StrokeWidth = 0.8f,
                StrokeJoin = SKStrokeJoin.Round,
            };
            foreach (var facet in facets)
            {
                paint.Color = facet.Colour;
                using var path = new SKPathBuilder();
                path.AddPoly([facet.A, facet.B, facet.C], close: true);
                using var triangle = path.Detach();
                canvas.DrawPath(triangle, paint);
            }
        });
        image.Bytes.CopyTo(pixels.Bytes, 0);
    }

    /// <summary>Gives the triangles; those that would be mostly transparent are left out.</summary>
    public static IReadOnlyList<Facet> Facets(Pixels pixels, uint seed)
    {
        var unit = Math.Min(pixels.Width, pixels.Height) / 1024f;
        using var contours = Contours.Find(pixels, Math.Max(1, (int)(3 * unit)), 20, 150);
        Kuwahara.Apply(pixels, Math.Max(2, (int)(5 * unit)));
        var points = Points(pixels, contours, seed, unit);

        return [.. Triangles.Join(points).Select(one
            => Paint(pixels, (points[one.A], points[one.B], points[one.C]), seed)).OfType<Facet>()];
    }

    // A loose grid everywhere, and many more where a contour runs; corners and edges close the sheet.
    private static List<(float X, float Y)> Points(Pixels pixels, Field contours, uint seed, float unit)
    {
        var pitch = Math.Min(pixels.Width, pixels.Height) / (float)Columns;
        var taken = new HashSet<(int, int)>();
        var points = new List<(float X, float Y)>();
        var (across, down) = ((int)MathF.Ceiling(pixels.Width / pitch), (int)MathF.Ceiling(pixels.Height / pitch));
        for (var row = 0; row <= down; row++)
        {
            for (var column = 0; column <= across; column++)
            {
                var (jitterX, jitterY) = (Noise.Value(column * 3.7f, row * 5.1f, seed) - 0.5f,
                    Noise.Value(column * 5.3f, row * 3.1f, seed + 1) - 0.5f);
                Add(column == 0 ? 0 : column == across ? pixels.Width : (column + jitterX * 0.8f) * pitch,
                    row == 0 ? 0 : row == down ? pixels.Height : (row + jitterY * 0.8f) * pitch);
            }
        }

        // A generator of its own: SplitMix64, as everywhere where chance must repeat itself.
        var state = seed * 0x9E3779B97F4A7C15UL;
        for (var attempt = 0; attempt < PointsOnContours * 12 && points.Count < PointsOnContours; attempt++)
        {
            var (x, y) = ((int)(Next() * pixels.Width), (int)(Next() * pixels.Height));
            if (contours[y * pixels.Width + x] > Next())
            {
                Add(x, y);
            }
        }

        return points;

        void Add(float x, float y)
        {
            if (taken.Add(((int)(x / (9 * unit)), (int)(y / (9 * unit)))))
            {
                points.Add((x, y));
            }
        }

        float Next()
        {
            state += 0x9E3779B97F4A7C15UL;
            var bits = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;

            return ((bits ^ (bits >> 31)) >> 40) / (float)(1 << 24);
        }
    }

    private static Facet? Paint(
        Pixels pixels, ((float X, float Y) A, (float X, float Y) B, (float X, float Y) C) corners, uint seed)
    {
        var (a, b, c) = corners;
        var (middleX, middleY) = ((a.X + b.X + c.X) / 3, (a.Y + b.Y + c.Y) / 3);
        Span<int> sum = stackalloc int[4];
        sum.Clear();
        // The middle counts twice.
        ReadOnlySpan<(float X, float Y)> samples =
        [
            (middleX, middleY), (middleX, middleY), ((a.X + middleX) / 2, (a.Y + middleY) / 2),
            ((b.X + middleX) / 2, (b.Y + middleY) / 2), ((c.X + middleX) / 2, (c.Y + middleY) / 2),
        ];
        foreach (var (x, y) in samples)
        {
            var at = (Math.Clamp((int)y, 0, pixels.Height - 1) * pixels.Width +
                Math.Clamp((int)x, 0, pixels.Width - 1)) * 4;
            for (var channel = 0; channel < 4; channel++)
            {
                sum[channel] += pixels.Bytes[at + channel];
            }
        }

        var alpha = sum[3];
        if (alpha < samples.Length * 128)
        {
            return null;
        }

        // Each facet is turned to the light a little more or less.
        var facing = 1 + (Noise.Value(middleX * 0.37f, middleY * 0.37f, seed + 5) - 0.5f) * 0.2f;

        return new Facet(
            new SKPoint(a.X, a.Y), new SKPoint(b.X, b.Y), new SKPoint(c.X, c.Y),
            new SKColor(Lit(sum[0]), Lit(sum[1]), Lit(sum[2])));

        byte Lit(int value) => (byte)Math.Clamp(value * 255f / alpha * facing, 0, 255);
    }
}

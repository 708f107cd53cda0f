using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Neon: contours as glowing tubes, in the colours they enclose, in the dark.</summary>
internal static class NeonFilter
{
    private const int Areas = 14;

    public static void Apply(Pixels pixels, bool opaque)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var unit = Math.Min(width, height) / 1024f;
        FlatFilter.Apply(pixels, Areas);
        using var lines = Contours.Find(pixels, Math.Max(1, (int)MathF.Round(2.6f * unit)), 36, 84);
        using var red = new Field(width, height);
        using var green = new Field(width, height);
        using var blue = new Field(width, height);
        Field[] tubes = [red, green, blue];
        Parallel.For(0, height, y =>
        {
            for (var pixel = y * width; pixel < (y + 1) * width; pixel++)
            {
                Light(pixels.Bytes.AsSpan(pixel * 4, 4), lines[pixel], tubes, pixel);
            }
        });
        foreach (var tube in tubes)
        {
            Glow(tube, unit);
        }


        Parallel.For(0, height, y =>
        {
            for (var pixel = y * width; pixel < (y + 1) * width; pixel++)
            {
                ReadOnlySpan<float> dark = [11, 8, 24];
                var brightest = 0f;
                for (var channel = 0; channel < 3; channel++)
                {
                    var core = MathF.Pow(lines[pixel], 3) * 120;
                    var glow = tubes[channel][pixel] + core;
                    var room = opaque ? dark[channel] + pixels.Bytes[pixel * 4 + channel] * 0.07f : 0;
                    var value = Math.Clamp(room + glow, 0, 255);
                    brightest = Math.Max(brightest, value);
                    pixels.Bytes[pixel * 4 + channel] = (byte)value;
                }

                pixels.Bytes[pixel * 4 + 3] = opaque ? (byte)255 : (byte)brightest;
            }
        });
    }

    // The tubes shine, near them brightly and far from them a little.
    private static void Glow(Field tube, float unit)
    {
        using var near = tube.Blurred(Radius(5), times: 2);
        using var far = tube.Blurred(Radius(22), times: 2);
        for (var pixel = 0; pixel < tube.Width * tube.Height; pixel++)
        {
            tube[pixel] = (tube[pixel] + near[pixel]) * 0.75f + far[pixel] * 1.1f;
        }

        int Radius(float units) => Math.Max(1, (int)(units * unit));
    }

    // A tube has the hue of the picture below it, at full strength. A tube over grey glows blue as a cold lamp does.
    private static void Light(ReadOnlySpan<byte> pixel, float line, Field[] tubes, int at)
    {
        if (line == 0)
        {
            (tubes[0][at], tubes[1][at], tubes[2][at]) = (0, 0, 0);

            return;
        }

        var (red, green, blue) = (pixel[0], pixel[1], pixel[2]);
        float most = Math.Max(red, Math.Max(green, blue));
        float least = Math.Min(red, Math.Min(green, blue));
        if (most - least < 24)
        {
            (tubes[0][at], tubes[1][at], tubes[2][at]) = (90 * line, 200 * line, 255 * line);

            return;
        }

        var scale = 255 / (most - least) * line;
        (tubes[0][at], tubes[1][at], tubes[2][at]) =
            ((red - least) * scale, (green - least) * scale, (blue - least) * scale);
    }
}

namespace OpenAIImages.Painter.Rasters;

/// <summary>Smooth noise in two dimensions, from 0 to 1. The same seed gives the same noise on every system.</summary>
internal static class Noise
{
    public static float Value(float x, float y, uint seed)
    {
        var left = (int)MathF.Floor(x);
        var top = (int)MathF.Floor(y);
        var across = Fade(x - left);
        var down = Fade(y - top);
        var a = Hash(left, top, seed);
        var b = Hash(left + 1, top, seed);
        var c = Hash(left, top + 1, seed);
        var d = Hash(left + 1, top + 1, seed);

        return a + (b - a) * across + (c - a) * down + (a - b - c + d) * across * down;
    }

    /// <summary>Sums noise of doubling frequency and halving strength.</summary>
    public static float Fractal(float x, float y, uint seed, int octaves = 5)
    {
        var strength = 0.5f;
        var sum = 0f;
        var whole = 0f;
        for (var octave = 0u; octave < octaves; octave++)
        {
            sum += strength * Value(x, y, seed + octave);
            whole += strength;
            // Each octave is rotated as well as scaled, so that its grid does not lie on the previous grid.
            (x, y) = (x * 1.6f - y * 1.2f + 17.3f, x * 1.2f + y * 1.6f + 9.1f);
            strength *= 0.5f;
        }

        return sum / whole;
    }

    private static float Fade(float value) => value * value * value * (value * (value * 6 - 15) + 10);

    private static float Hash(int x, int y, uint seed)
    {
        var bits = (uint)x * 374761393u + (uint)y * 668265263u + seed * 2246822519u;
        bits = (bits ^ (bits >> 13)) * 1274126177u;

        return ((bits ^ (bits >> 16)) & 0xFFFFFF) / (float)0x1000000;
    }
}

using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>The colours of the light at a time of day.</summary>
/// <param name="Sky">The colours of the sky, from the top to the horizon.</param>
/// <param name="SkyStops">The positions of these colours, 0 to 1.</param>
/// <param name="Sun">The colour of the sun or the moon.</param>
/// <param name="Haze">The colour that distant things fade into.</param>
/// <param name="Light">The colour of the light, which multiplies all other colours.</param>
/// <param name="CloudLit">The lit side of clouds.</param>
/// <param name="CloudShade">The dark side of clouds.</param>
/// <param name="SunHeight">The distance of the sun from the top of the sky, 0 to 1.</param>
internal sealed record Palette(
    SKColor[] Sky, float[] SkyStops, SKColor Sun, SKColor Haze, SKColor Light, SKColor CloudLit, SKColor CloudShade,
    float SunHeight)
{
    private static readonly Palette Day = new(
        [new(0x3E, 0x93, 0xE4), new(0x8C, 0xC6, 0xF4), new(0xDD, 0xF0, 0xFB)], [0, 0.6f, 1],
        new(0xFF, 0xFB, 0xE2), new(0xCF, 0xE6, 0xF6), SKColors.White, SKColors.White, new(176, 200, 226), 0.26f);

    private static readonly Palette Dawn = new(
        [new(0x7F, 0xAE, 0xE6), new(0xF2, 0xC6, 0xCE), new(0xFF, 0xEB, 0xC8)], [0, 0.6f, 1],
        new(0xFF, 0xF6, 0xD8), new(0xF6, 0xDA, 0xC8), new(255, 238, 226), new(255, 244, 236), new(206, 190, 214), 0.8f);

    private static readonly Palette Sunset = new(
        [new(0x35, 0x2A, 0x6E), new(0x9A, 0x4A, 0x84), new(0xF0, 0x7B, 0x5E), new(0xFF, 0xCB, 0x78)],
            [0, 0.42f, 0.75f, 1],
        new(0xFF, 0xE8, 0xA8), new(0xF2, 0x9A, 0x74), new(255, 212, 188), new(255, 214, 170), new(150, 84, 120), 0.84f);

    private static readonly Palette Night = new(
        [new(0x06, 0x0A, 0x22), new(0x12, 0x1C, 0x48), new(0x2A, 0x3A, 0x74)], [0, 0.6f, 1],
        new(0xF4, 0xF1, 0xDC), new(0x24, 0x33, 0x66), new(116, 132, 192), new(70, 84, 130), new(22, 30, 66), 0.26f);

    private static readonly SKColor Rain = new(0x9C, 0xA8, 0xB6);

    private static readonly SKColor Evening = new(255, 236, 206);
    private static readonly SKColor Morning = new(238, 246, 255);
    private static readonly SKColor StormLight = new(170, 178, 198);
    private static readonly SKColor CloudLight = new(240, 242, 246);
    private static readonly SKColor Mist = new(0xD6, 0xDC, 0xE0);

    /// <summary>Gives the colours of the light.</summary>
    /// <param name="time">The time of day.</param>
    /// <param name="weather">The weather.</param>
    /// <param name="hour">The progress of the time of day, 0 to 1.</param>
    /// <param name="look">The number of the look, one of several for the same hour.</param>
    public static Palette For(TimeOfDay time, Weather weather, float hour, int look)
    {
        var palette = time switch
        {
            TimeOfDay.Dawn => Dawn,
            TimeOfDay.Sunset => Sunset,
            TimeOfDay.Night => Night,
            _ => Day,
        };

        palette = time == TimeOfDay.Day ? palette.At(hour) : palette with
        {
            SunHeight = Math.Clamp(palette.SunHeight - (hour - 0.4f) * 0.3f, 0.12f, 0.92f),
        };

        palette = palette.Tinted(LookTints.Sky(look), time is TimeOfDay.Day or TimeOfDay.Night ? 0.13f : 0.26f);

        return weather switch
        {
            Weather.Rain => palette.Overcast(),
            Weather.Storm => palette.Overcast().Overcast() with { Light = palette.Light.In(StormLight) },
            Weather.Cloudy => palette.Overcast() with { Light = palette.Light.In(CloudLight) },
            Weather.Fog => palette.Veiled(),
            _ => palette,
        };
    }

    // Daylight is fresh in the morning and warm before the evening. The sun is highest around noon.
    private Palette At(float hour)
    {
        var late = Math.Clamp((hour - 0.5f) * 2, 0, 1);
        var early = Math.Clamp((0.4f - hour) * 2.5f, 0, 1);

        return this with
        {
            Sky =
            [
                Colours.Mix(Sky[0], new SKColor(0x2F, 0x74, 0xD0), early * 0.6f), Sky[1],
                Colours.Mix(Sky[^1], new SKColor(0xFF, 0xEA, 0xC4), late * 0.8f),
            ],
            Light = Colours.Mix(Colours.Mix(Light, Evening, late * 0.9f), Morning, early * 0.6f),
            Haze = Colours.Mix(Haze, new SKColor(0xF6, 0xE4, 0xC8), late * 0.6f),
            Sun = Colours.Mix(Sun, new SKColor(0xFF, 0xEE, 0xB8), late),
            SunHeight = 0.12f + 1.1f * (hour - 0.35f) * (hour - 0.35f) + 0.1f * late,
        };
    }

    private Palette Tinted(SKColor tint, float share) => this with
    {
        Sky = [.. Sky.Select(colour => Colours.Mix(colour, tint.In(Light), share))],
        Haze = Colours.Mix(Haze, tint.In(Light), share * 0.8f),
    };

    private Palette Veiled() => this with
    {
        Sky = [.. Sky.Select(colour => Colours.Mix(colour, Mist.In(Light), 0.8f))],
        Haze = Mist.In(Light),
        CloudLit = Mist.In(Light).Lighten(0.2f),
        CloudShade = Mist.In(Light),
    };

    private Palette Overcast() => this with
    {
        Sky = [.. Sky.Select(colour => Colours.Mix(colour, Rain.In(Light), 0.62f))],
        Haze = Colours.Mix(Haze, Rain.In(Light), 0.6f),
        Light = Light.In(new SKColor(222, 228, 238)),
        CloudLit = Colours.Mix(CloudLit, Rain.In(Light), 0.5f),
        CloudShade = Colours.Mix(CloudShade, Rain.In(Light).Darken(0.3f), 0.6f),
    };
}

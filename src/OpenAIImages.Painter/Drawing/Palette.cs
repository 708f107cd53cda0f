using OpenAIImages.Painter.Words;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>The colours of the light at a time of day.</summary>
/// <param name="Sky">From the top to the horizon.</param>
/// <param name="SkyStops">Where these colours are, 0 to 1.</param>
/// <param name="Sun">The colour of the sun or the moon.</param>
/// <param name="Haze">What far things fade into.</param>
/// <param name="Light">What all colours are multiplied by.</param>
/// <param name="CloudLit">Clouds where the light meets them.</param>
/// <param name="CloudShade">Clouds where it does not.</param>
/// <param name="SunHeight">How far down the sky the sun is, 0 to 1.</param>
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

    public static Palette For(TimeOfDay time, Weather weather)
    {
        var palette = time switch
        {
            TimeOfDay.Dawn => Dawn,
            TimeOfDay.Sunset => Sunset,
            TimeOfDay.Night => Night,
            _ => Day,
        };

        return weather == Weather.Rain ? palette.Overcast() : palette;
    }

    private Palette Overcast() => this with
    {
        Sky = [.. Sky.Select(colour => Colours.Mix(colour, Rain.In(Light), 0.62f))],
        Haze = Colours.Mix(Haze, Rain.In(Light), 0.6f),
        Light = Light.In(new SKColor(222, 228, 238)),
        CloudLit = Colours.Mix(CloudLit, Rain.In(Light), 0.5f),
        CloudShade = Colours.Mix(CloudShade, Rain.In(Light).Darken(0.3f), 0.6f),
    };
}

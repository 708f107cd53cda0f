using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>Arithmetic on colours.</summary>
internal static class Colours
{
    public static SKColor Of(ColourName name) => name switch
    {
        ColourName.Red => new SKColor(0xE0, 0x2B, 0x2B),
        ColourName.Yellow => new SKColor(0xF4, 0xC2, 0x3A),
        ColourName.Blue => new SKColor(0x2F, 0x6F, 0xE0),
        ColourName.Green => new SKColor(0x3A, 0xA6, 0x4B),
        ColourName.Orange => new SKColor(0xF2, 0x86, 0x1E),
        ColourName.Purple => new SKColor(0x8A, 0x4B, 0xC9),
        ColourName.Pink => new SKColor(0xF4, 0x86, 0xB4),
        ColourName.Black => new SKColor(0x2A, 0x2A, 0x2E),
        ColourName.White => new SKColor(0xF6, 0xF5, 0xF2),
        ColourName.Gray => new SKColor(0x8D, 0x92, 0x99),
        ColourName.Brown => new SKColor(0x8A, 0x5A, 0x38),
        ColourName.Gold => new SKColor(0xE8, 0xB0, 0x3A),
        ColourName.Silver => new SKColor(0xC4, 0xC9, 0xD0),
        _ => new SKColor(0x1F, 0x9E, 0x9A),
    };

    public static SKColor Mix(SKColor from, SKColor to, float share) => new(
        (byte)(from.Red + (to.Red - from.Red) * share),
        (byte)(from.Green + (to.Green - from.Green) * share),
        (byte)(from.Blue + (to.Blue - from.Blue) * share),
        (byte)(from.Alpha + (to.Alpha - from.Alpha) * share));

    /// <summary>Gives a colour as it looks in coloured light.</summary>
    public static SKColor In(this SKColor colour, SKColor light) => new(
        (byte)(colour.Red * light.Red / 255),
        (byte)(colour.Green * light.Green / 255),
        (byte)(colour.Blue * light.Blue / 255),
        colour.Alpha);

    public static SKColor Fade(this SKColor colour, float alpha)
        => colour.WithAlpha((byte)(Math.Clamp(alpha, 0, 1) * 255));

    public static SKColor Lighten(this SKColor colour, float share) => Mix(colour, SKColors.White, share);

    public static SKColor Darken(this SKColor colour, float share) => Mix(colour, new SKColor(24, 18, 40), share);

    public static SKColor OfHue(float hue, float saturation, float lightness)
        => SKColor.FromHsl((hue % 360 + 360) % 360, saturation * 100, lightness * 100);
}

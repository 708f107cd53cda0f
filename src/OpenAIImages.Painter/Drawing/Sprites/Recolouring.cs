using System.Collections.Concurrent;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>Gives an artwork another colour and keeps its shading, its blacks and its whites.</summary>
internal static class Recolouring
{
    private const float Grayish = 14;
    private const float Dark = 36;

    // One entry for each artwork that the painter drew in another colour.
    private static readonly ConcurrentDictionary<string, bool> DarkOnes = new(StringComparer.Ordinal);

    /// <summary>Gives the recolouring of a figure, even of a black one: a red top hat is red.</summary>
    public static Func<SKColor, SKColor> Of(Figure figure)
    {
        if (figure.Colour is not { } name || !IsDark(figure.Drawing))
        {
            return To(figure.Colour, figure.Shade);
        }

        var target = Colours.Of(name);
        target.ToHsl(out var toHue, out var toSaturation, out var toLightness);

        return colour =>
        {
            colour.ToHsl(out var hue, out var saturation, out var lightness);

            return saturation < Grayish && lightness < Dark
                ? SKColor.FromHsl(toHue, toSaturation, Math.Clamp(toLightness * 0.5f + lightness, 6, 92))
                : Recolour(colour, target).Darken(0.25f);
        };
    }

    public static Func<SKColor, SKColor> To(ColourName? name, float shade)
    {
        if (name is null)
        {
            return shade == 0 ? colour => colour : colour => Vary(colour, shade);
        }

        var target = Colours.Of(name.Value);

        return colour => Recolour(colour, target);
    }

    private static bool IsDark(string drawing) => DarkOnes.GetOrAdd(drawing, static one =>
    {
        MainColours.Of(ArtworkShape.Of(one), colour => colour).Main.ToHsl(out _, out var saturation, out var lightness);

        return saturation < Grayish && lightness < Dark;
    });

    // Several figures of one kind differ a little.
    private static SKColor Vary(SKColor colour, float shade)
    {
        colour.ToHsl(out var hue, out var saturation, out var lightness);

        return saturation < Grayish
            ? SKColor.FromHsl(hue, saturation, Math.Clamp(lightness * (1 + shade * 0.05f), 0, 100))
            : SKColor.FromHsl(
                (hue + shade * 6 + 360) % 360,
                Math.Clamp(saturation * (1 - Math.Abs(shade) * 0.12f), 0, 100),
                Math.Clamp(lightness * (1 + shade * 0.09f), 0, 100));
    }

    private static SKColor Recolour(SKColor colour, SKColor target)
    {
        target.ToHsl(out var toHue, out var toSaturation, out var toLightness);
        colour.ToHsl(out var hue, out var saturation, out var lightness);
        var neutral = Spread(target) < 22; // The saturation of HSL says little near white and black.
        var black = lightness < 8;
        var white = lightness > 93;
        if (black || white && !neutral)
        {
            return colour;
        }

        if (neutral)
        {
            return SKColor.FromHsl(
                hue, Math.Min(saturation, 5), Math.Clamp(lightness * 0.34f + (toLightness - 20)
                    * (toLightness > 80 ? 0.88f : 0.7f), 5, 98));
        }

        if (saturation < Grayish)
        {
            // Grey metal and glass stay; a body that is grey all over takes a little of the colour.
            return lightness > 40
                ? SKColor.FromHsl(toHue, toSaturation * 0.35f, Math.Clamp(lightness * 0.6f + toLightness * 0.4f, 4, 97))
                : colour;
        }

        return SKColor.FromHsl(
            toHue,
            Math.Clamp(saturation * 0.3f + toSaturation * 0.7f, 0, 100),
            Math.Clamp(lightness * 0.6f + toLightness * 0.4f, 8, 94));
    }

    private static int Spread(SKColor colour)
        => Math.Max(colour.Red, Math.Max(colour.Green, colour.Blue))
            - Math.Min(colour.Red, Math.Min(colour.Green, colour.Blue));
}

using OpenAIImages.Painter.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests;

public sealed class ColoursTests
{
    [Theory]
    [InlineData("red", 0)]
    [InlineData("yellow", 45)]
    [InlineData("green", 130)]
    [InlineData("blue", 218)]
    [InlineData("purple", 270)]
    public void A_car_has_the_named_colour(string colour, float hue)
    {
        using var bitmap = Painting.Look($"a {colour} car", transparent: true);
        var solid = bitmap.Pixels.Count(pixel => pixel.Alpha > 200);

        var coloured = bitmap.Pixels.Count(pixel => pixel.Alpha > 200 && IsNear(pixel, hue));

        Assert.InRange(coloured / (double)solid, 0.3, 1);
    }

    [Theory]
    [InlineData("一只黑色的兔子", 0, 110)]
    [InlineData("一只白色的兔子", 150, 255)]
    public void Black_is_dark_and_white_is_bright(string prompt, double low, double high)
    {
        using var bitmap = Painting.Look(prompt, transparent: true);

        var brightness = bitmap.Pixels.Where(pixel => pixel.Alpha > 200)
            .Average(pixel => (pixel.Red + pixel.Green + pixel.Blue) / 3.0);

        Assert.InRange(brightness, low, high);
    }

    [Theory]
    [InlineData("a meadow")]
    [InlineData("the sea")]
    [InlineData("a city")]
    [InlineData("a wall")]
    [InlineData("snow")]
    public void Night_is_darker_than_day(string place)
    {
        using var day = Painting.Look(place);
        using var night = Painting.Look(place + " at night");

        Assert.True(Painting.Brightness(night) < Painting.Brightness(day) * 0.7);
    }

    [Fact]
    public void Grass_is_green_and_snow_is_white()
    {
        using var meadow = Painting.Look("a meadow");
        using var snow = Painting.Look("snow");

        Assert.InRange(Painting.Share(meadow, pixel => pixel.Green > pixel.Red && pixel.Green > pixel.Blue), 0.35, 1);
        Assert.InRange(Painting.Share(snow, pixel => pixel is { Red: > 170, Green: > 170, Blue: > 170 }), 0.35, 1);
    }

    private static bool IsNear(SKColor pixel, float hue)
    {
        pixel.ToHsl(out var own, out var saturation, out _);
        var apart = Math.Abs(own - hue);

        return saturation > 25 && Math.Min(apart, 360 - apart) < 28;
    }
}

using OpenAIImages.Painter.Editing.Regions;
using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Tests.Editing;

public sealed class HoleFillerTests
{
    private const int Side = 240;
    private const int Horizon = 130;

    [Fact]
    public void A_large_hole_continues_the_horizon_of_its_surroundings()
    {
        var pixels = Landscape();

        HoleFiller.Fill(pixels, Hole(), 1);

        var wrong = Enumerable.Range(60, 110).Sum(x => Enumerable.Range(60, 130).Count(y =>
            Math.Abs(y - Horizon) > 8 && IsSky(pixels, x, y) != (y < Horizon)));
        Assert.InRange(wrong / (110 * 130.0), 0, 0.03);
    }

    [Fact]
    public void A_large_hole_is_as_rough_as_its_surroundings()
    {
        var pixels = Landscape();
        var outside = Roughness(pixels, 5, 45);

        HoleFiller.Fill(pixels, Hole(), 1);

        Assert.InRange(Roughness(pixels, 80, 120) / outside, 0.5, 1.5);
    }

    [Fact]
    public void The_same_hole_is_filled_in_the_same_way_and_nothing_else_changes()
    {
        var (one, two, before) = (Landscape(), Landscape(), Landscape());

        HoleFiller.Fill(one, Hole(), 7);
        HoleFiller.Fill(two, Hole(), 7);

        Assert.Equal(one.Bytes, two.Bytes);
        Assert.DoesNotContain(Enumerable.Range(0, Side * Side), pixel =>
            !Hole()[pixel] && one.Bytes[pixel * 4] != before.Bytes[pixel * 4]);
    }

    [Fact]
    public void A_picture_that_is_all_hole_stays_a_picture()
    {
        var pixels = Landscape();

        HoleFiller.Fill(pixels, Enumerable.Repeat(true, Side * Side).ToArray(), 1);

        Assert.Equal(255, pixels.Bytes[3]);
    }

    private static Pixels Landscape()
    {
        var pixels = new Pixels(Side, Side);
        for (var pixel = 0; pixel < Side * Side; pixel++)
        {
            var (y, x) = Math.DivRem(pixel, Side);
            var grain = (Noise.Value(x * 0.9f, y * 0.9f, 5) - 0.5f) * 60;
            var (red, green, blue) = y < Horizon ? (120, 170, 220) : (60, 140, 60);
            new[] { (byte)(red + grain), (byte)(green + grain), (byte)(blue + grain * 0.5f), (byte)255 }
                .CopyTo(pixels.Bytes, pixel * 4);
        }

        return pixels;
    }

    private static bool[] Hole() => [.. Enumerable.Range(0, Side * Side).Select(pixel
        => pixel % Side is >= 60 and < 170 && pixel / Side is >= 60 and < 190)];

    private static bool IsSky(Pixels pixels, int x, int y)
        => pixels.Bytes[(y * Side + x) * 4 + 2] > pixels.Bytes[(y * Side + x) * 4 + 1];

    private static double Roughness(Pixels pixels, int from, int to)
        => Enumerable.Range(from, to - from).Average(x => Enumerable.Range(145, 30).Average(y => Math.Abs(
            pixels.Bytes[(y * Side + x) * 4 + 1] - pixels.Bytes[(y * Side + x + 1) * 4 + 1])));
}

using System.Globalization;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Scenes;

/// <summary>
/// Compares scenes and their looks with a golden file. After an intended change, rewrite the file with
/// <c>PAINTER_GOLDENS=write dotnet test --project tests/OpenAIImages.Painter.Tests</c> and review the
/// diff.
/// </summary>
public sealed class GoldenSceneTests
{
    private const int Cells = 4;

    // Another processor can round a pixel differently. A figure that moved changes a cell by far more.
    private const int Tolerance = 6;

    [Fact]
    public void Scenes_and_their_looks_match_the_golden_file()
    {
        var path = Repository.PathOf("Scenes/golden-scenes.txt");
        var entries = File.ReadAllLines(path).Where(line => line.StartsWith("> ", StringComparison.Ordinal))
            .Select(line => line[2..]).ToList();
        var now = entries.SelectMany(Describe).ToList();

        if (Environment.GetEnvironmentVariable("PAINTER_GOLDENS") == "write")
        {
            File.WriteAllText(path, string.Join('\n', now) + "\n");
        }

        var golden = File.ReadAllLines(path);
        Assert.True(entries.Count > 30);
        Assert.Equal(golden.Where(IsNoLook), now.Where(IsNoLook));
        Assert.All(golden.Zip(now).Where(pair => !IsNoLook(pair.First)), pair
            => Assert.True(Distance(pair.First, pair.Second) <= Tolerance, $"{pair.First} has become {pair.Second}"));
    }

    private static bool IsNoLook(string line) => !line.StartsWith("look ", StringComparison.Ordinal);

    // An entry has the form "variant width height prompt".
    private static IEnumerable<string> Describe(string entry)
    {
        var parts = entry.Split(' ', 4);
        var numbers = parts.Take(3).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var scene = Reading.Compose(parts[3], numbers[0], numbers[1], numbers[2]);
        yield return "> " + entry;
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{scene.Place} {scene.Time} {scene.Weather} horizon {scene.Horizon:0.00}");
        foreach (var figure in scene.Figures)
        {
            yield return Describe(figure);
        }

        yield return "look " + LookOf(parts[3], numbers[0], numbers[1], numbers[2]);
    }

    private static string Describe(Figure figure)
    {
        var notes = string.Concat(
            figure.Colour is { } colour ? $" {colour}" : "", figure.Flip ? " flipped" : "",
            figure.Airborne ? " airborne" : "", figure.Afloat ? " afloat" : "");

        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {figure.Drawing} {figure.X:0.00} {figure.Y:0.00} {figure.Height:0.00}{notes}");
    }

    // Gives the mean colours of a few cells.
    private static string LookOf(string prompt, int variant, int width, int height)
    {
        var request = new PictureRequest(prompt) { Width = width / 8, Height = height / 8, Variant = variant };
        using var bitmap = Painting.Decode(Painting.Paint(request));
        using var cells = new SKBitmap(Cells, Cells, SKColorType.Rgba8888, SKAlphaType.Premul);
        for (var cell = 0; cell < Cells * Cells; cell++)
        {
            cells.SetPixel(cell % Cells, cell / Cells, Mean(bitmap, cell % Cells, cell / Cells));
        }

        return string.Concat(cells.Pixels.Select(pixel
            => string.Create(CultureInfo.InvariantCulture, $"{pixel.Red:x2}{pixel.Green:x2}{pixel.Blue:x2}")));
    }

    private static SKColor Mean(SKBitmap bitmap, int column, int row)
    {
        var (red, green, blue, count) = (0, 0, 0, 0);
        for (var y = row * bitmap.Height / Cells; y < (row + 1) * bitmap.Height / Cells; y++)
        {
            for (var x = column * bitmap.Width / Cells; x < (column + 1) * bitmap.Width / Cells; x++)
            {
                var pixel = bitmap.GetPixel(x, y);
                (red, green, blue, count) = (red + pixel.Red, green + pixel.Green, blue + pixel.Blue, count + 1);
            }
        }

        return new SKColor((byte)(red / count), (byte)(green / count), (byte)(blue / count));
    }

    private static int Distance(string one, string other)
        => Convert.FromHexString(one[5..]).Zip(Convert.FromHexString(other[5..]))
            .Max(pair => Math.Abs(pair.First - pair.Second));
}

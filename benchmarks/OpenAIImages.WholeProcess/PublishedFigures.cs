using System.Globalization;
using System.Text;

namespace OpenAIImages.WholeProcess;

/// <summary>The estimates, compared with published figures and with bills of others.</summary>
internal static class PublishedFigures
{
    private const string Prompt = "a red fox";

    private static readonly string[] Qualities = ["low", "medium", "high", "xhigh", "max"];

    // The output tokens of gpt-image-2.5 by size and quality.
    private static readonly (int Width, int Height, int[] Tokens)[] Tokens =
    [
        (1_024, 640, [107, 239, 956, 1_700, 3_824]),
        (1_024, 1_024, [196, 439, 1_756, 3_122, 7_024]),
        (1_024, 1_536, [158, 343, 1_372, 2_459, 5_488]),
        (1_536, 864, [120, 280, 1_078, 1_917, 4_312]),
        (1_792, 1_024, [139, 323, 1_243, 2_271, 5_063]),
        (2_048, 1_152, [157, 367, 1_413, 2_511, 5_650]),
        (2_048, 2_048, [397, 892, 3_568, 6_343, 14_272]),
        (2_560, 1_440, [205, 478, 1_843, 3_276, 7_370]),
        (3_840, 2_160, [371, 865, 3_336, 5_930, 13_342]),
        (2_880, 2_880, [659, 1_483, 5_930, 10_542, 23_719]),
    ];

    // The dollars for an image at low, medium and high.
    private static readonly (string Model, int Width, int Height, decimal[] Dollars)[] Prices =
    [
        ("gpt-image-2", 1_024, 1_024, [0.006m, 0.053m, 0.211m]),
        ("gpt-image-2", 1_024, 1_536, [0.005m, 0.041m, 0.165m]),
        ("gpt-image-2", 1_536, 1_024, [0.005m, 0.041m, 0.165m]),
        ("gpt-image-1.5", 1_024, 1_024, [0.009m, 0.034m, 0.133m]),
        ("gpt-image-1.5", 1_024, 1_536, [0.013m, 0.050m, 0.200m]),
        ("gpt-image-1.5", 1_536, 1_024, [0.013m, 0.050m, 0.200m]),
        ("gpt-image-1", 1_024, 1_024, [0.011m, 0.042m, 0.167m]),
        ("gpt-image-1", 1_024, 1_536, [0.016m, 0.063m, 0.250m]),
        ("gpt-image-1", 1_536, 1_024, [0.016m, 0.063m, 0.250m]),
    ];

    /// <summary>Writes the figures and the estimates side by side.</summary>
    public static string ToTables()
    {
        var page = new StringBuilder()
            .AppendLine("## Output tokens, published and estimated")
            .AppendLine()
            .AppendLine("For `gpt-image-2.5`. At low, medium and high, `gpt-image-2` takes as many as `gpt-image-2.5`")
            .AppendLine("takes at low, high and max.")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"| Size | {string.Join(" | ", Qualities)} |")
            .AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (width, height, tokens) in Tokens)
        {
            var cells = tokens.Zip(Qualities, (published, quality) => Cell(
                published, Output(ImageModel.GptImage25Flare, new(width, height), quality).HighTokens));
            page.AppendLine(CultureInfo.InvariantCulture, $"| {width}x{height} | {string.Join(" | ", cells)} |");
        }

        page.AppendLine()
            .AppendLine("## Prices of an image, published and estimated")
            .AppendLine()
            .AppendLine("Both in dollars, rounded to a tenth of a cent. One price is published for both oblong sizes")
            .AppendLine("of the older models, though the tokens of the two differ.")
            .AppendLine()
            .AppendLine("| Model | Size | low | medium | high |")
            .AppendLine("|---|---|---:|---:|---:|");
        foreach (var (model, width, height, dollars) in Prices)
        {
            var cells = dollars.Zip(Qualities, (published, quality) => Cell(
                published, decimal.Round(Output(model, new(width, height), quality).High!.Value, 3)));
            page.AppendLine(
                CultureInfo.InvariantCulture, $"| {model} | {width}x{height} | {string.Join(" | ", cells)} |");
        }

        return page.ToString();
    }

    private static ImageEstimatePart Output(ImageModel model, ImageSize size, string quality)
        => new GenerateImageRequest(Prompt) { Model = model, Size = size, Quality = quality }
            .Estimate(ImagePriceList.Default)
            .Parts.Single(part => part.Kind == ImageTokenKind.ImageOutput);

    private static string Cell<T>(T published, T? estimated)
        where T : struct
        => string.Create(CultureInfo.InvariantCulture, $"{published} / {estimated}");
}

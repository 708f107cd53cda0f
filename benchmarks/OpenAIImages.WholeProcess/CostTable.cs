using System.Globalization;
using System.Text;
using OpenAIImages.Emulator;

namespace OpenAIImages.WholeProcess;

/// <summary>The cost of 40 calls, by the estimate before and by the usage after each call.</summary>
internal static class CostTable
{
    private const string Prompt = "a red fox in the snow, as a woodcut";

    private static readonly ImageSize[] Sizes = [new(1_024, 1_024), new(1_536, 1_024)];

    // Each model has four of its qualities; it would refuse a quality that it does not have.
    private static readonly (ImageModel Model, string[] Qualities)[] Models =
    [
        (ImageModel.GptImage2, ["auto", "low", "medium", "high"]),
        (ImageModel.GptImage25Flare, ["low", "medium", "high", "xhigh"]),
        (ImageModel.GptImage25Sunburst, ["low", "medium", "xhigh", "max"]),
        (ImageModel.GptImage26Flare, ["low", "medium", "high", "xhigh"]),
        (ImageModel.GptImage26Sunburst, ["auto", "high", "xhigh", "max"]),
    ];

    /// <summary>Makes the calls, and writes the page.</summary>
    public static async Task<string> WriteAsync()
    {
        await using var emulator = await ImageEmulator.StartAsync(
            new() { Engine = new PlainPictureEngine(), MaxPictureEdge = 16 });
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "sk-any", Endpoint = emulator.Endpoint });
        var page = new StringBuilder()
            .AppendLine("# What calls cost")
            .AppendLine()
            .Append("`dotnet run -c Release --project benchmarks/OpenAIImages.WholeProcess -- costs` writes this ")
            .AppendLine("page.")
            .Append(CultureInfo.InvariantCulture, $"The prices are those of {ImagePriceList.Default.AsOf:yyyy-MM-dd}. ")
            .AppendLine("The estimate is the client's, and the usage is what the offline")
            .AppendLine("service counts.")
            .AppendLine()
            .AppendLine("## 40 calls")
            .AppendLine()
            .AppendLine("All amounts are dollars. A dash stands where nothing is published: the estimate says why,")
            .AppendLine("and a budget refuses such a call. The offline service guesses the tokens of those.")
            .AppendLine()
            .Append("| Model | Size | Quality | Low | Likely | High | Text tokens in | Image tokens out | Cost |")
            .AppendLine()
            .AppendLine("|---|---|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (model, qualities) in Models)
        {
            foreach (var request in
                from size in Sizes
                from quality in qualities
                select new GenerateImageRequest(Prompt) { Model = model, Size = size, Quality = quality })
            {
                page.AppendLine(await RowAsync(client, request));
            }
        }

        return page.AppendLine().Append(PublishedFigures.ToTables()).ToString();
    }

    private static async Task<string> RowAsync(OpenAIImageClient client, GenerateImageRequest request)
    {
        var estimate = request.Estimate(ImagePriceList.Default);
        var result = await client.GenerateAsync(request);
        var usage = result.Usage!;
        var cost = result.Cost(ImagePriceList.Default, request.Model!.Value);

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {request.Model} | {request.Size} | {request.Quality} | {Dollars(estimate.Low)} | " +
                $"{Dollars(estimate.Likely)} | {Dollars(estimate.High)} | {usage.InputDetails?.TextTokens} | " +
                $"{usage.OutputDetails?.ImageTokens ?? usage.OutputTokens} | {Dollars(cost.Total)} |");
    }

    private static string Dollars(decimal? amount)
        => amount?.ToString("0.000000", CultureInfo.InvariantCulture) ?? "–";
}

using System.Globalization;

namespace OpenAIImages.Faults.Commands;

/// <summary>Does a large work with a journal, in a process that a test kills at any moment.</summary>
public static class WorkCommand
{
    /// <summary>The directory of the pictures, within the directory of the work.</summary>
    public const string Pictures = "pictures";

    /// <summary>The journal, within the directory of the work.</summary>
    public const string Journal = "work.jsonl";

    private const int AtOnce = 6;

    /// <summary>Begins the work, or continues it.</summary>
    /// <param name="directory">The directory of the work, which exists.</param>
    /// <param name="endpoint">The address of the service.</param>
    /// <param name="count">The number of pictures to make.</param>
    /// <param name="repeats">Whether the client repeats calls that the service may have billed.</param>
    /// <returns>0. At the end the output has a line for each piece: its status and its id.</returns>
    public static async Task<int> RunAsync(string directory, Uri endpoint, int count, bool repeats)
    {
        using var client = new OpenAIImageClient(new ImageClientOptions { ApiKey = "sk-any", Endpoint = endpoint });
        using var journal = await ImageFileJournal
            .OpenAsync(Path.Combine(directory, Journal), "crash")
            .ConfigureAwait(false);
        var pictures = Path.Combine(directory, Pictures);
        var options = new ImageManyOptions
        {
            MaxParallelism = AtOnce,
            Journal = journal,
            RepeatPossiblyBilled = repeats,
            Destination = item => ImageDestination.Directory(pictures, _ => item.Id),
        };
        var lines = new List<string>();
        await foreach (var result in client.GenerateManyAsync(Items(count), options).ConfigureAwait(false))
        {
            lines.Add($"{result.Status} {result.Item.Id}");
        }

        await Console.Out.WriteAsync(string.Join('\n', lines)).ConfigureAwait(false);

        return 0;
    }

    /// <summary>Makes the name of a piece, which is also its prompt.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"piece-{number:0000}");

    private static IEnumerable<ImageWorkItem> Items(int count)
        => Enumerable.Range(1, count).Select(NameOf).Select(name => new ImageWorkItem(
            name, new GenerateImageRequest(name) { Model = ImageModel.GptImage2, Quality = ImageQuality.Low }));
}

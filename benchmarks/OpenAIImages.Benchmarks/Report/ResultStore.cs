using System.Text.Json;

namespace OpenAIImages.Benchmarks.Report;

/// <summary>Keeps the last raw results of each class.</summary>
/// <param name="folder">The folder of the results.</param>
internal sealed class ResultStore(string folder)
{
    private const string Extension = ".json";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public void Save(StageResult result)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, result.Stage + Extension), JsonSerializer.Serialize(result, Options));
    }

    public IReadOnlyList<StageResult> Load()
        => Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal).Select(Read)]
            : throw new InvalidOperationException("Nothing was measured yet. Run the suite first.");

    private static StageResult Read(string path)
        => JsonSerializer.Deserialize<StageResult>(File.ReadAllText(path), Options)!;
}

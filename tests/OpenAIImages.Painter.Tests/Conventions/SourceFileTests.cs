using System.Runtime.CompilerServices;

namespace OpenAIImages.Painter.Tests.Conventions;

public sealed class SourceFileTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 120;

    // For each folder, the others whose types it may name: data goes forward only.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Words"] = [],
        ["Artworks"] = [],
        ["Rasters"] = [],
        ["Scenes"] = ["Words", "Artworks"],
        ["Drawing"] = ["Words", "Artworks", "Rasters", "Scenes"],
        ["Filters"] = ["Words", "Rasters"],
        ["Formats"] = [],
    };

    [Fact]
    public void Each_folder_uses_only_the_folders_it_may()
    {
        var violations =
            from folder in MayUse
            from file in Directory.EnumerateFiles(Path.Combine(Library(), folder.Key), "*.cs",
                SearchOption.AllDirectories)
            from line in File.ReadLines(file)
            from other in MayUse.Keys
            where other != folder.Key && !folder.Value.Contains(other)
            where line.StartsWith($"using OpenAIImages.Painter.{other}", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)} uses {other}";

        Assert.Empty(violations);
    }

    [Fact]
    public void Files_and_lines_stay_short()
    {
        var tooLong =
            from file in Directory.EnumerateFiles(Library(), "*.cs", SearchOption.AllDirectories)
            let lines = File.ReadAllLines(file)
            where lines.Length > LongestFile || lines.Any(line => line.Length > LongestLine)
            select Path.GetFileName(file);

        Assert.Empty(tooLong);
    }

    private static string Library([CallerFilePath] string here = "")
        => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "OpenAIImages.Painter");
}

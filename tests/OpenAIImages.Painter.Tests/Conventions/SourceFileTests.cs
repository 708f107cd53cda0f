namespace OpenAIImages.Painter.Tests.Conventions;

public sealed class SourceFileTests
{
    private const int MostFiles = 15;

    // Each folder with the folders that it may use. A later stage uses an earlier one, never the reverse.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Words"] = ["Artworks"],
        ["Artworks"] = [],
        ["Rasters"] = [],
        ["Scenes"] = ["Words", "Artworks"],
        ["Drawing"] = ["Words", "Artworks", "Rasters", "Scenes"],
        ["Filters"] = ["Words", "Rasters"],
        ["Formats"] = ["Rasters"],
        ["Editing"] = ["Words", "Artworks", "Rasters", "Scenes", "Drawing", "Filters", "Formats"],
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
    public void Each_folder_has_at_most_fifteen_source_files()
    {
        var folders = Directory.EnumerateFiles(Library(), "*.cs", SearchOption.AllDirectories)
            .GroupBy(Path.GetDirectoryName);

        var full = folders.Where(folder => folder.Count() > MostFiles).Select(folder => folder.Key);

        Assert.Empty(full);
    }

    private static string Library()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "OpenAIImages.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("These tests need the repository.");
        }

        return Path.Combine(directory.FullName, "src", "OpenAIImages.Painter");
    }
}

using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Conventions;

/// <summary>Files, lines and folders are small.</summary>
public sealed class FileTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 120;
    private const int MostFiles = 15;

    private static string Library { get; } = Path.Combine(Repository.Root, "src", "OpenAIImages.Emulator");

    [Fact]
    public void Files_and_lines_are_short()
    {
        var violations =
            from file in Sources()
            let lines = File.ReadAllLines(file)
            where lines.Length > LongestFile || lines.Any(line => line.Length > LongestLine)
            select Path.GetFileName(file);

        Assert.Empty(violations);
    }

    [Fact]
    public void Each_folder_has_at_most_fifteen_files()
    {
        var violations =
            from file in Sources()
            group file by Path.GetDirectoryName(file) into folder
            where folder.Count() > MostFiles
            select $"{folder.Key}: {folder.Count()}";

        Assert.Empty(violations);
    }

    private static IEnumerable<string> Sources()
        => ((string[])[Library, Path.Combine(Repository.Root, "tests", "OpenAIImages.Emulator.Tests")]).SelectMany(
            folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories));
}

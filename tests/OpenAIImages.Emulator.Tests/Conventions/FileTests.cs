using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Conventions;

/// <summary>Files that one can read at a sitting.</summary>
public sealed class FileTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 120;

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

    private static IEnumerable<string> Sources()
        => ((string[])[Library, Path.Combine(Repository.Root, "tests", "OpenAIImages.Emulator.Tests")]).SelectMany(
            folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories));
}

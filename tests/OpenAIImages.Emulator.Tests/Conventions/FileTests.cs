using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Conventions;

/// <summary>Files that one can read at a sitting.</summary>
public sealed class FileTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 120;
    private const int MostFiles = 15;
    private const int LongestName = 80;

    // Words that put off the subject of a sentence.
    private static readonly string[] Openings = ["Of_", "What_", "Who_"];

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
    public void A_folder_has_no_more_files_than_one_looks_through()
    {
        var violations =
            from file in Sources()
            group file by Path.GetDirectoryName(file) into folder
            where folder.Count() > MostFiles
            select $"{folder.Key}: {folder.Count()}";

        Assert.Empty(violations);
    }

    [Fact]
    public void A_test_has_a_name_that_is_read_at_a_glance()
    {
        var violations =
            from type in typeof(FileTests).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0
            where method.Name.Length > LongestName
                || Openings.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal))
            select method.Name;

        Assert.Empty(violations);
    }

    private static IEnumerable<string> Sources()
        => ((string[])[Library, Path.Combine(Repository.Root, "tests", "OpenAIImages.Emulator.Tests")]).SelectMany(
            folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories));
}

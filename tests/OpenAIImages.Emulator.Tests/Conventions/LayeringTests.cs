using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Conventions;

/// <summary>The layout is a promise; this keeps it.</summary>
public sealed class LayeringTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 120;

    // For each folder, the other folders whose types it may name.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Endpoints"] = ["Errors", "Models", "Pictures", "Protocol"],
        ["Protocol"] = ["Errors", "Models", "Pictures"],
        ["Models"] = ["Errors", "Pictures"],
        ["Pictures"] = [],
        ["Errors"] = [],
    };

    private static string Library { get; } = Path.Combine(Repository.Root, "src", "OpenAIImages.Emulator");

    [Fact]
    public void The_emulator_refers_to_nothing_of_the_client()
        => Assert.DoesNotContain(
            "OpenAIImages",
            typeof(ImageEmulator).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name));

    [Fact]
    public void Each_folder_uses_only_the_folders_it_may()
    {
        var violations =
            from folder in MayUse
            from file in Directory.EnumerateFiles(Path.Combine(Library, folder.Key), "*.cs")
            from line in File.ReadLines(file)
            from other in MayUse.Keys
            where other != folder.Key && !folder.Value.Contains(other)
            where line.StartsWith($"using OpenAIImages.Emulator.{other};", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)} uses {other}";

        Assert.Empty(violations);
    }

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

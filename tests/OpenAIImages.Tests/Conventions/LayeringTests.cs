using System.Text.RegularExpressions;

namespace OpenAIImages.Tests.Conventions;

/// <summary>The layout is a promise; this keeps it.</summary>
public sealed partial class LayeringTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 120;
    private const int MostPragmas = 10;

    private static readonly string Library = Path.Combine(Sources.Root, "src", "OpenAIImages");

    // For each internal folder, the other internal folders whose types it may name.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Advice"] = ["Diagnostics"],
        ["Decoders"] = ["Destinations"],
        ["DependencyInjection"] = ["Diagnostics", "Transport"],
        ["Destinations"] = [],
        ["Diagnostics"] = [],
        ["Encoders"] = ["Inputs"],
        ["Inputs"] = [],
        ["Limiting"] = [],
        ["Links"] = ["Decoders", "Diagnostics", "Transport"],
        ["Transport"] = ["Decoders", "Diagnostics", "Limiting"],
    };

    [Fact]
    public void Each_folder_uses_only_the_folders_it_may()
    {
        var violations =
            from folder in MayUse
            let path = Path.Combine(Library, folder.Key)
            where Directory.Exists(path)
            from file in Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
            from line in File.ReadLines(file)
            from other in MayUse.Keys
            where other != folder.Key && !folder.Value.Contains(other)
            where line.StartsWith($"using OpenAIImages.{other};", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)} uses {other}";

        Assert.Empty(violations);
    }

    [Fact]
    public void The_offline_service_and_the_painter_name_nothing_of_the_client()
    {
        var violations =
            from file in Sources.CSharp("src/OpenAIImages.Emulator", "src/OpenAIImages.Painter")
            from line in File.ReadLines(file)
            where ClientUsing().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line}";

        Assert.Empty(violations);
    }

    [Fact]
    public void No_file_is_too_long_to_read_and_no_line_too_wide()
    {
        var files = Sources.CSharp("src", "tests", "samples", "benchmarks").ToArray();

        Assert.DoesNotContain(files, file => File.ReadLines(file).Count() > LongestFile);
        Assert.Empty(
            from file in files
            from line in File.ReadLines(file)
            where line.Length > LongestLine
            select $"{Path.GetFileName(file)}: {line}");
    }

    [Fact]
    public void Half_of_the_client_s_files_fit_on_a_screen()
    {
        var lengths = Sources.CSharp("src/OpenAIImages").Select(file => File.ReadLines(file).Count()).Order().ToArray();

        Assert.InRange(lengths[lengths.Length / 2], 1, 60);
    }

    [Fact]
    public void Conditions_on_the_target_stand_in_polyfills_the_primary_handler_and_values()
        => Assert.Empty(
            from file in Sources.CSharp("src")
            where !file.Contains("Polyfills", StringComparison.Ordinal)
            where Path.GetFileName(file) != "PrimaryHandler.cs"
            let isValue = Path.GetFileName(Path.GetDirectoryName(file)) == "Values"
            where File.ReadLines(file).Any(line =>
                line.StartsWith("#if", StringComparison.Ordinal) && !(isValue && line == "#if NET"))
            select file);

    [Fact]
    public void Rules_are_switched_off_rarely()
        => Assert.InRange(
            Sources.CSharp("src", "tests", "samples", "benchmarks").Sum(file => File.ReadLines(file).Count(line =>
                line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal))),
            0,
            MostPragmas);

    [GeneratedRegex(@"^using OpenAIImages(\.(Decoders|Destinations|Encoders|Transport))?;")]
    private static partial Regex ClientUsing();
}

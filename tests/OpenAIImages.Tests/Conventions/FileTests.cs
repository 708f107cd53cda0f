namespace OpenAIImages.Tests.Conventions;

/// <summary>Files that one can read at a sitting.</summary>
public sealed class FileTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 120;
    private const int MostPragmas = 10;

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
}

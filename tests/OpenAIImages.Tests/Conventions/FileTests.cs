namespace OpenAIImages.Tests.Conventions;

/// <summary>Files and lines are short enough to read.</summary>
public sealed class FileTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 120;
    private const int MostPragmas = 10;

    [Fact]
    public void Every_file_and_every_line_keeps_its_length_limit()
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
    public void Half_of_the_files_of_the_client_have_at_most_60_lines()
    {
        var lengths = Sources.CSharp("src/OpenAIImages").Select(file => File.ReadLines(file).Count()).Order().ToArray();

        Assert.InRange(lengths[lengths.Length / 2], 1, 60);
    }

    [Fact]
    public void Target_conditions_stand_only_in_polyfills_PrimaryHandler_and_values()
        => Assert.Empty(
            from file in Sources.CSharp("src")
            where !file.Contains("Polyfills", StringComparison.Ordinal)
            where Path.GetFileName(file) != "PrimaryHandler.cs"
            let isValue = Path.GetFileName(Path.GetDirectoryName(file)) == "Values"
            where File.ReadLines(file).Any(line =>
                line.StartsWith("#if", StringComparison.Ordinal) && !(isValue && line == "#if NET"))
            select file);

    [Fact]
    public void At_most_ten_pragmas_disable_a_warning()
        => Assert.InRange(
            Sources.CSharp("src", "tests", "samples", "benchmarks").Sum(file => File.ReadLines(file).Count(line =>
                line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal))),
            0,
            MostPragmas);
}

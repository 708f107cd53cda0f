namespace OpenAIImages.Painter.Tests.Conventions;

public sealed class OutputTests
{
    private const long MostBytes = 30_000_000;

    [Fact]
    public void The_output_holds_the_native_library_of_one_machine_and_no_symbols()
    {
        var files = new DirectoryInfo(AppContext.BaseDirectory).GetFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name.Contains("SkiaSharp", StringComparison.Ordinal)).ToList();

        var natives = files.Where(file => file.Name.StartsWith("libSkiaSharp", StringComparison.Ordinal)).ToList();

        Assert.Single(natives);
        Assert.NotEqual(".pdb", natives[0].Extension);
    }

    [Fact]
    public void Native_libraries_painter_and_data_take_at_most_30_megabytes()
    {
        var files = new DirectoryInfo(AppContext.BaseDirectory).GetFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name.Contains("SkiaSharp", StringComparison.Ordinal) ||
                file.Name.StartsWith("OpenAIImages.Painter.", StringComparison.Ordinal)).ToList();

        Assert.InRange(files.Sum(file => file.Length), 1, MostBytes);
    }
}

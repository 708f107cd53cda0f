using System.Text.RegularExpressions;
using OpenAIImages;
using OpenAIImages.Tests.Conventions;

namespace Docs.Conventions;

/// <summary>Readers can find each guide, each exception and the right figures.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void Every_guide_is_in_the_table_of_contents()
    {
        var contents = File.ReadAllText(Path.Combine(Sources.Root, "docs", "guides", "toc.yml"));

        Assert.DoesNotContain(
            Page.Under("docs/guides"),
            guide => !contents.Contains($"href: {Path.GetFileName(guide.Path)}\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_exception_is_in_the_guide_to_errors()
    {
        var guide = File.ReadAllText(Path.Combine(Sources.Root, "docs", "guides", "errors.md"));
        var exceptions = typeof(ImageClientException).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Exception)))
            .ToArray();

        Assert.NotEmpty(exceptions);
        Assert.DoesNotContain(exceptions, type => !guide.Contains($"`{type.Name}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("src/OpenAIImages/PACKAGE.md")]
    [InlineData("src/OpenAIImages.AspNetCore/README.md")]
    [InlineData("src/OpenAIImages.Emulator/README.md")]
    [InlineData("src/OpenAIImages.Extensions.AI/README.md")]
    [InlineData("src/OpenAIImages.Painter/README.md")]
    public void The_page_of_a_package_has_no_HTML(string path) => Assert.False(new Page(path).HasHtml);

    [Fact]
    public void The_figures_on_the_page_of_the_client_equal_those_of_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Sources.Root, "README.md"));
        var figures = Figure().Matches(File.ReadAllText(Path.Combine(Sources.Root, "src/OpenAIImages/PACKAGE.md")));

        Assert.True(figures.Count >= 9, $"{figures.Count} figures are too few.");
        Assert.All(figures, figure => Assert.Contains(figure.Value, readme, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"[\d,]+\.\d+ (MiB|KiB|ms|µs)")]
    private static partial Regex Figure();
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenAIImages.Tests.Conventions;

namespace Docs.Conventions;

/// <summary>The code that readers copy from the pages is compiled and run in these tests.</summary>
/// <remarks>The guide docs/guides/some-name.md belongs to the folder Guides/SomeName of this project.</remarks>
public sealed partial class CodeBlockTests
{
    private static readonly string[] OtherPages =
    [
        "README.md",
        "src/OpenAIImages/PACKAGE.md",
        "src/OpenAIImages.AspNetCore/README.md",
        "src/OpenAIImages.Emulator/README.md",
        "src/OpenAIImages.Extensions.AI/README.md",
        "src/OpenAIImages.Painter/README.md",
    ];

    [Fact]
    public void Every_block_of_a_guide_is_code_of_a_test_of_that_guide()
    {
        var guides = Page.Under("docs/guides").ToArray();

        var missing =
            from guide in guides
            let sources = SourcesOf(guide)
            from block in guide.CodeBlocks
            where block.Language == "csharp" && !sources.Any(block.StandsIn)
            select block;

        Assert.NotEmpty(guides);
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_block_of_the_readmes_is_code_of_a_test_or_a_sample()
    {
        string[] sources = [.. Sources.CSharp("tests", "samples").Select(File.ReadAllText).Select(CodeBlock.Fold)];

        var missing =
            from page in OtherPages.Select(path => new Page(path)).Concat(Page.Under("docs"))
            where !page.Path.Contains("guides", StringComparison.Ordinal)
            from block in page.CodeBlocks
            where block.Language == "csharp" && !block.StandsInPiecesIn(sources)
            select block;

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_block_of_a_guide_names_its_language()
    {
        string[] languages = ["csharp", "fsharp", "json", "xml", "sh", "text"];

        Assert.Empty(
            from guide in Page.Under("docs/guides")
            from block in guide.CodeBlocks
            where !languages.Contains(block.Language)
            select block);
    }

    [Fact]
    public void Every_block_of_JSON_is_JSON_and_every_configuration_is_accepted()
    {
        CodeBlock[] blocks =
            [.. Page.Under("docs/guides").SelectMany(page => page.CodeBlocks).Where(block => block.Language == "json")];

        foreach (var block in blocks)
        {
            using var document = JsonDocument.Parse(block.Text, new() { CommentHandling = JsonCommentHandling.Skip });
            foreach (var section in document.RootElement.EnumerateObject()
                .Where(section => section.Name.StartsWith("OpenAIImages", StringComparison.Ordinal)))
            {
                Accept(block, section.Name);
            }
        }

        Assert.NotEmpty(blocks);
    }

    [Fact]
    public void Every_block_of_XML_is_XML()
        => Assert.All(
            Page.Under("docs/guides").SelectMany(page => page.CodeBlocks).Where(block => block.Language == "xml"),
            block => System.Xml.Linq.XElement.Parse($"<root>{block.Text}</root>"));

    // A host checks its options at the start, and lists every fault of the section, unknown keys included.
    private static void Accept(CodeBlock block, string section)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"{section}:ApiKey", "any")])
            .AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(block.Text)))
            .Build();
        using var services = new ServiceCollection()
            .AddImageClient(configuration.GetSection(section)).Services
            .BuildServiceProvider();

        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException fault)
        {
            Assert.Fail($"{block}: {fault.Message}");
        }
    }

    private static string[] SourcesOf(Page guide)
    {
        var name = Word().Replace(
            Path.GetFileNameWithoutExtension(guide.Path),
            word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.Groups[1].Value));
        var folder = Path.Combine(Sources.Root, "tests", "OpenAIImages.Docs.Tests", "Guides", name);

        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.cs").Select(File.ReadAllText)]
            : [];
    }

    [GeneratedRegex("-?([a-z0-9]+)")]
    private static partial Regex Word();
}

using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using OpenAIImages.Tests.Conventions;

namespace Docs.Conventions;

/// <summary>A Markdown file of the repository.</summary>
/// <param name="path">The path of the file, from the root of the repository.</param>
internal sealed class Page(string path)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private readonly MarkdownDocument _document = Markdown.Parse(
        File.ReadAllText(System.IO.Path.Combine(Sources.Root, path)), Pipeline);

    public string Path { get; } = path;

    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.Combine(Sources.Root, Path))!;

    /// <summary>Gets the fenced blocks, each with its language.</summary>
    public IEnumerable<CodeBlock> CodeBlocks
        => _document.Descendants<FencedCodeBlock>().Select(
            block => new CodeBlock(Path, block.Line + 1, block.Info ?? "", block.Lines.ToString()));

    /// <summary>Gets the targets of the links and of the pictures.</summary>
    public IEnumerable<string> Targets => _document.Descendants<LinkInline>().Select(link => link.Url ?? "");

    /// <summary>Gets the anchors of the headings, without the #.</summary>
    public IEnumerable<string> Anchors
        => _document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "");

    public bool HasHtml => _document.Descendants().Any(part => part is HtmlBlock or HtmlInline);

    /// <summary>Finds the Markdown files under a folder of the repository.</summary>
    public static IEnumerable<Page> Under(string folder)
        => Directory.EnumerateFiles(System.IO.Path.Combine(Sources.Root, folder), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new Page(System.IO.Path.GetRelativePath(Sources.Root, file)));

    public override string ToString() => Path;
}

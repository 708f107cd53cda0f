using OpenAIImages.Tests.Conventions;

namespace Docs.Conventions;

/// <summary>Links in the pages have a target.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Every_relative_link_leads_to_a_file_and_to_a_heading_of_it()
    {
        Page[] pages = [new("README.md"), new("CHANGELOG.md"), .. Page.Under("docs"), .. Page.Under("src")];

        var broken =
            from page in pages
            from target in page.Targets
            where !target.Contains("://", StringComparison.Ordinal)
            where !target.StartsWith("mailto:", StringComparison.Ordinal)
            where !LeadsSomewhere(page, target)
            select $"{page}: {target}";

        Assert.Empty(broken);
    }

    private static bool LeadsSomewhere(Page page, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0
            ? Path.Combine(Sources.Root, page.Path)
            : Path.GetFullPath(Path.Combine(page.Folder, parts[0]));

        return File.Exists(file)
            ? parts.Length == 1 || new Page(Path.GetRelativePath(Sources.Root, file)).Anchors.Contains(parts[1])
            : parts.Length == 1 && Directory.Exists(file);
    }
}

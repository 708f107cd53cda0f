using System.Net;

namespace OpenAIImages.ErrorReplies;

/// <summary>Finds the title of a gateway's web page, or else its first heading.</summary>
internal static class HtmlTitle
{
    public static bool IsHtml(string text) => text.StartsWith('<');

    public static string? Read(string html) => Inside(html, "title") ?? Inside(html, "h1");

    private static string? Inside(string html, string element)
    {
        var open = html.IndexOf("<" + element, StringComparison.OrdinalIgnoreCase);
        var start = open < 0 ? -1 : html.IndexOf('>', open);
        var end = start < 0 ? -1 : html.IndexOf("</" + element, start, StringComparison.OrdinalIgnoreCase);

        return end > start && html.Substring(start + 1, end - start - 1).Trim() is { Length: > 0 } text
            ? WebUtility.HtmlDecode(text)
            : null;
    }
}

using System.Text.RegularExpressions;

namespace Catalogue;

/// <summary>A text with columns in braces: <c>a {colour} {name}</c>.</summary>
internal sealed partial class ColumnTemplate
{
    private readonly string _text;

    /// <exception cref="CatalogueException">The text is blank, or a brace is not closed or not opened.</exception>
    public ColumnTemplate(string option, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new CatalogueException($"{option} is empty.");
        }

        if (Column().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0)
        {
            throw new CatalogueException(
                $"{option} '{text}' has a brace without a partner. A column stands in braces: {{name}}.");
        }

        _text = text;
        Columns = [.. Column().Matches(text).Select(match => match.Groups[1].Value)];
    }

    /// <summary>Gets the columns that the text names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Replaces the columns by the fields of a product.</summary>
    public string Fill(Product product) => Column().Replace(_text, match => product.Fields[match.Groups[1].Value]);

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Column();
}

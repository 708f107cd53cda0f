using System.Text.RegularExpressions;

namespace Docs.Conventions;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The path of its page.</param>
/// <param name="Line">The line of the page where the block begins.</param>
/// <param name="Language">The language, such as <c>csharp</c>.</param>
/// <param name="Text">The text in the block.</param>
internal sealed partial record CodeBlock(string Page, int Line, string Language, string Text)
{
    /// <summary>Returns whether a source file contains the block: its lines one after another, and its using
    /// directives anywhere. Indentation and empty lines do not count.</summary>
    public bool StandsIn(string source) => IsIn(Fold(source), Text);

    /// <summary>Returns whether one of the files contains each passage of the block. An empty line ends a
    /// passage.</summary>
    public bool StandsInPiecesIn(IReadOnlyCollection<string> foldedSources)
        => Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .All(passage => foldedSources.Any(source => IsIn(source, passage)));

    public static string Fold(string code)
        => "\n" + string.Join(
            '\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";

    public override string ToString() => $"{Page}, line {Line}";

    private static bool IsIn(string folded, string code)
    {
        var lines = Fold(code).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(
            line => UsingDirective().IsMatch(line));
        var body = "\n" + string.Join('\n', lines[false]) + "\n";

        return lines[true].All(line => folded.Contains($"\n{line}\n", StringComparison.Ordinal))
            && (body.Trim().Length == 0 || folded.Contains(body, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^using (static )?[\w.]+( = [\w.]+)?;$")]
    private static partial Regex UsingDirective();
}

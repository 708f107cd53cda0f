namespace OpenAIImages.Painter.Grading;

/// <summary>A prompt and the items that its picture must show.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Items">The items, each with the ways to show it; one way is enough.</param>
internal sealed record ExpectedPrompt(string Prompt, IReadOnlyList<string[]> Items)
{
    public static IEnumerable<ExpectedPrompt> Load(string path) => File.ReadLines(path)
        .Where(line => line.Length > 0 && line[0] != ';')
        .Select(line => line.Split(" => ", 2))
        .Select(parts => new ExpectedPrompt(parts[0], [.. parts[1]
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => item.Split(" or "))]));
}

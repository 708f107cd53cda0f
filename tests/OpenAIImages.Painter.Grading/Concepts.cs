namespace OpenAIImages.Painter.Grading;

/// <summary>Lists the drawings that show each thing, from Prompts/drawings.txt.</summary>
internal sealed class Concepts
{
    private readonly Dictionary<string, string[]> _drawings;

    private Concepts(Dictionary<string, string[]> drawings) => _drawings = drawings;

    public static Concepts Load(string path)
    {
        var drawings = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != ';'))
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            drawings[parts[0]] = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        return new Concepts(drawings);
    }

    /// <summary>Says whether a drawing shows a thing. A drawing with the name of the thing always does.</summary>
    public bool Shows(string drawing, string thing)
        => drawing == thing || _drawings.TryGetValue(thing, out var drawings) && drawings.Contains(drawing);
}

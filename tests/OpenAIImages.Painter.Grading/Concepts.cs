namespace OpenAIImages.Painter.Grading;

/// <summary>Lists the drawings that show each thing, from Prompts/drawings.txt.</summary>
internal sealed class Concepts
{
    private const string SeveralName = "*several";
    private readonly Dictionary<string, string[]> _drawings;

    private Concepts(Dictionary<string, string[]> drawings) => _drawings = drawings;

    public static Concepts Load(string path)
    {
        var drawings = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != ';'))
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            drawings[parts[0]] = [.. drawings.GetValueOrDefault(parts[0], []),
                .. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }

        return new Concepts(drawings);
    }

    /// <summary>Says whether a drawing shows a thing. A drawing with the name of the thing always does.</summary>
    public bool Shows(string drawing, string thing) => drawing == thing || Lists(thing, drawing);

    /// <summary>Says whether a drawing shows a thing beside what it is: a soup is drawn with its bowl.</summary>
    public bool Includes(string drawing, string thing) => Lists("+" + thing, drawing);

    /// <summary>Says whether one drawing shows several of its thing: a stack of books.</summary>
    public bool ShowsSeveral(string drawing) => Lists(SeveralName, drawing);

    /// <summary>Says whether a drawing has a colour or a material without being told: a lemon is yellow.</summary>
    public bool IsNaturally(string drawing, string look) => Lists("#" + look, drawing);

    /// <summary>Says whether a place is another name of an expected one: a field is a meadow.</summary>
    public bool IsPlace(string place, string expected)
        => string.Equals(place, expected, StringComparison.OrdinalIgnoreCase) || Lists("@" + expected, place);

    private bool Lists(string name, string drawing)
        => _drawings.TryGetValue(name, out var drawings) && drawings.Contains(drawing);
}

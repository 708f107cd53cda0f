using System.Globalization;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Grading;

/// <summary>An object that a picture must show: <c>2 red wood chair</c>, <c>1 dog running</c>.</summary>
internal sealed record ExpectedObject(string[] Counts, string[] Things)
{
    public IReadOnlyList<ColourName> Colours { get; private init; } = [];

    /// <summary>Gets a value indicating whether one of the colours is enough, as in "gold|yellow".</summary>
    public bool AnyColour { get; private init; }

    public Material Material { get; private init; }

    public Pose Pose { get; private init; }

    public Side Side { get; private init; }

    /// <summary>Reads an item; null when the item is not an object.</summary>
    public static ExpectedObject? Parse(string item)
    {
        var words = item.Split(' ');
        if (words.Length < 2 || !words[0].Split('|').All(count => count == "n" || char.IsAsciiDigit(count[0])))
        {
            return null;
        }

        var colours = new List<ColourName>();
        var result = new ExpectedObject(words[0].Split('|'), []);
        foreach (var word in words[1..])
        {
            var named = word.Split('|');
            // The last colour may be the thing: "1 orange".
            if (named.All(name => Enum.TryParse<ColourName>(name, ignoreCase: true, out _)) &&
                result.Things.Length == 0 && word != words[^1])
            {
                colours.AddRange(named.Select(name => Enum.Parse<ColourName>(name, ignoreCase: true)));
                result = result with { AnyColour = named.Length > 1 };
            }
            else if (result.Things.Length == 0 && word != words[^1] &&
                Enum.TryParse<Material>(word, ignoreCase: true, out var material))
            {
                result = result with { Material = material };
            }
            else if (result.Things.Length == 0)
            {
                result = result with { Things = named };
            }
            else if (Enum.TryParse<Side>(word, ignoreCase: true, out var side))
            {
                result = result with { Side = side };
            }
            else
            {
                result = result with { Pose = Enum.Parse<Pose>(word, ignoreCase: true) };
            }
        }

        return result with { Colours = colours };
    }

    public bool HasCount(int count) => Counts.Any(one
        => one == "n" ? count > 1 : int.Parse(one, CultureInfo.InvariantCulture) == count);

    public bool HasColours(IReadOnlyList<ColourName> colours)
        => AnyColour ? colours.Count == 1 && Colours.Contains(colours[0]) : Colours.ToHashSet().SetEquals(colours);
}

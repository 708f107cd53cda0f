using System.Globalization;

namespace OpenAIImages.Painter.Artworks;

/// <summary>Reads the facts of Data/nouns.txt, one at a time: <c>fur</c>, <c>seat .5 .3</c>, <c>1.5m</c>.</summary>
internal static class FactReader
{
    /// <summary>Reads the facts about a thing; its home gives the height that the facts leave out.</summary>
    /// <exception cref="FormatException">Data/nouns.txt does not explain a fact.</exception>
    public static ArtworkFacts Read(IEnumerable<string> facts, Home home)
        => facts.Aggregate(new ArtworkFacts { Metres = UsualMetres(home) }, With);

    private static ArtworkFacts With(ArtworkFacts known, string fact)
    {
        var parts = fact.Split(' ');
        var rest = parts.AsSpan(1);

        return parts[0] switch
        {
            "fur" => known with { HasFur = true },
            "plush" => known with
            {
                Body = ToyBody.Plush,
                Head = known.Head ?? new HeadAnchor(0.5f, 0.05f, 0.66f, 0.3f),
            },
            "person" => known with
            {
                Body = ToyBody.Person,
                Head = known.Head ?? new HeadAnchor(0.5f, 0.02f, 0.66f, 0.27f),
                Hand = known.Hand ?? new Anchor(0.14f, 0.71f),
            },
            "robe" => known with { WearsRobe = true },
            "suit" => known with { WearsSuit = true },
            "clothes" => known with { Clothes = parts[1] },
            "dyed" => known with { Dye = parts[1] },
            "hand-colour" => known with { HandColour = parts[1] },
            "limbs" => known with { Limbs = parts[1] },
            "hat" => known with { Hat = parts[1] },
            "tool" => known with { Tool = parts[1] },
            "seabed" => known with { LiesOnSeabed = true },
            "hangs" => known with { Hangs = true },
            "walks-in-space" => known with { WalksInSpace = true },
            "worn" => known with
            {
                Worn = Enum.Parse<WornAt>(parts[1], ignoreCase: true),
                IsLong = parts.ElementAtOrDefault(2) == "long",
            },
            "held" => known with { Held = HeldOf(parts[1]) },
            "when" => known with
            {
                Poses = known.Poses.SetItem(parts[1], new PoseDrawing(parts[2], parts.ElementAtOrDefault(3))),
            },
            "toy" => known with { Toy = parts[1] },
            "dressed" => known with { Dressed = parts[1] },
            "writing" => known with { BearsWriting = true },
            "draught" => known with { Draught = Number(parts[1]) },
            "head" => known with
            {
                Head = new HeadAnchor(Number(rest[0]), Number(rest[1]), Number(rest[2]), Number(rest[3])),
            },
            "hand" => known with { Hand = new Anchor(Number(rest[0]), Number(rest[1])) },
            "seat" => known with
            {
                Seat = new Anchor(Number(rest[0]), Number(rest[1])),
                IsForSitting = rest.Length > 2 && rest[2] == "sit",
            },
            "rim" => known with { Rim = Number(rest[0]) },
            "cabin" => known with { Cabin = new CabinAnchor(Number(rest[0]), Number(rest[1]), Number(rest[2])) },
            [.. var metres, 'm'] => known with { Metres = Number(metres) },
            _ => throw new FormatException($"Data/nouns.txt explains no fact called {parts[0]}."),
        };
    }

    private static HeldAt HeldOf(string name) => name switch
    {
        "above" => HeldAt.Above,
        "before" => HeldAt.Before,
        "at-mouth" => HeldAt.Mouth,
        "ground" => HeldAt.Ground,
        "string" => HeldAt.String,
        _ => throw new FormatException($"Data/nouns.txt explains no way to hold called {name}."),
    };

    private static float UsualMetres(Home home) => home switch
    {
        Home.Table => 0.12f,
        Home.Plain => 0.3f,
        Home.Air or Home.Sea => 0.4f,
        Home.Street => 2.5f,
        Home.Water => 2,
        Home.Space => 4,
        _ => 0.8f,
    };

    private static float Number(string text) => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}

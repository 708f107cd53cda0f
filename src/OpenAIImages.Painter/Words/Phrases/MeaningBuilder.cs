namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Makes a meaning of what all the phrases left in a draft.</summary>
internal static class MeaningBuilder
{
    private static readonly ColourName[] Rainbow =
        [ColourName.Red, ColourName.Yellow, ColourName.Blue, ColourName.Green, ColourName.Purple, ColourName.Orange];

    // Furniture and walls give way to the room that they are in.
    private static readonly string[] Minor = ["table"];

    public static Meaning Build(Draft draft, IReadOnlyList<Token> tokens, FoldedText prompt)
    {
        Settle(draft);
        var figures = draft.Things.Where(thing => thing.IsFigure && !thing.IsUnwanted).ToList();
        var place = PlaceOf(draft);

        return new Meaning
        {
            Subjects = [.. figures.Select(thing => Subject(thing, figures))],
            Unwanted = [.. draft.Things.Where(thing => thing.IsUnwanted && thing.Noun is not null)
                .Select(thing => Subject(thing, []))],
            Letterings = [.. draft.Letterings.Select(lettering => new Lettering(
                lettering.Text, lettering.Surface, lettering.Bearer is null ? -1 : figures.IndexOf(lettering.Bearer)))],
            Place = place?.Place ?? draft.HintedPlace ??
                (draft.Background is not null || draft.HasPlainBackground ? PlaceKeys.Studio : null),
            PlaceColour = place is { Colours: [.., var colour] } ? colour
                : place is null && draft.LooseColours.Count > 0 ? draft.LooseColours[0] : null,
            Background = draft.Background,
            Time = draft.Time,
            Season = draft.Season,
            Weather = draft.Weather,
            Style = draft.Style,
            Badge = draft.Badge,
            Transparent = draft.Transparent,
            Parts = [.. tokens.Select(token => Part(token, prompt))],
            NotUnderstood = [.. tokens.Where(token => token.Kind is WordKind.Unknown or WordKind.Nothing)
                .Select(token => token.Text).Distinct(StringComparer.Ordinal)],
        };
    }

    // "on the table" is a place, "under the table" needs the table itself.
    private static void Settle(Draft draft)
    {
        foreach (var thing in draft.Things.Where(thing => thing.Place is not null && thing.Noun is not null))
        {
            var relations = draft.Things.SelectMany(one => one.Relations).Where(relation => relation.Other == thing)
                .Select(relation => relation.Kind).ToList();
            thing.IsTakenAsPlace = !thing.IsUnwanted && thing.Relations.Count == 0 &&
                relations.TrueForAll(kind => kind is Relation.On or Relation.In);
        }
    }

    private static Thing? PlaceOf(Draft draft)
    {
        var places = draft.Things
            .Where(thing => thing is { Place: not null, IsUnwanted: false, IsSetting: true }).ToList();

        // "a cat on the grass by the sea": where it stands was said first. A wall is what things lean on.
        return places.Find(thing => thing.Place == PlaceKeys.Wall) ??
            places.Find(thing => !Minor.Contains(thing.Place)) ?? places.FirstOrDefault();
    }

    private static MeantSubject Subject(Thing thing, List<Thing> figures)
        => new(thing.Noun!, thing.Word, thing.Count, ColoursOf(thing), thing.Scale)
        {
            Pose = thing.Pose,
            Material = thing.Material,
            Side = thing.Side,
            DrawnAsFamily = thing.IsFamily,
            Relations = [.. RelationsOf(thing, figures)
                .Select(relation => new MeantRelation(relation.Kind, figures.IndexOf(relation.Other)))
                .Where(relation => relation.Other >= 0 && relation.Other != figures.IndexOf(thing)).Distinct()],
        };

    private static IEnumerable<(Relation Kind, Thing Other)> RelationsOf(Thing thing, List<Thing> figures)
    {
        foreach (var (kind, other) in thing.Relations)
        {
            if (kind == Relation.On && thing.IsOf("worn") && other.IsAnimate)
            {
                continue; // "a hat on a cat": the cat wears it.
            }

            yield return (Refine(thing, kind, other), other);
        }

        foreach (var worn in figures.Where(one => one.IsOf("worn") && thing.IsAnimate))
        {
            if (worn.Relations.Contains((Relation.On, thing)))
            {
                yield return (Relation.Wearing, worn);
            }
        }
    }

    private static Relation Refine(Thing thing, Relation kind, Thing other) => kind switch
    {
        // "a girl in a red dress"
        Relation.In when thing.IsAnimate && other.IsOf("worn") => Relation.Wearing,
        Relation.Above when thing.Pose == Pose.Jumping => Relation.Over,
        _ => kind,
    };

    private static IReadOnlyList<ColourName> ColoursOf(Thing thing)
    {
        if (thing.Colourful && thing.Colours.Count == 0)
        {
            return thing.Count > 1 ? Rainbow : [];
        }

        // A black and white cow is not a black cow: the drawings of such animals are black and white already.
        return thing.Count == 1 && thing.Colours is [ColourName.Black, ColourName.White] or
            [ColourName.White, ColourName.Black] ? [] : thing.Colours;
    }

    private static PromptPart Part(Token token, FoldedText prompt)
    {
        var start = prompt.OriginOf(token.Start);
        var length = prompt.OriginOf(token.End) - start;
        var known = token.Kind is not (WordKind.Unknown or WordKind.Nothing);

        return new PromptPart(
            start, length, token.Text, known ? token.Kind : WordKind.Unknown,
            known ? token.As(token.Kind)?.Value ?? "" : "");
    }
}

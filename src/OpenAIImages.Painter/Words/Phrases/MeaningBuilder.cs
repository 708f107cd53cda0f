using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Makes the meaning from the draft after all phrases are read.</summary>
internal static class MeaningBuilder
{
    private static readonly ColourName[] Rainbow =
        [ColourName.Red, ColourName.Yellow, ColourName.Blue, ColourName.Green, ColourName.Purple, ColourName.Orange];

    // When a prompt names a table and a room, the room is the place.
    private static readonly string[] Minor = ["table"];

    public static Meaning Build(Draft draft, IReadOnlyList<Token> tokens, FoldedText prompt)
    {
        // The painter draws such a sign together with its words, so the sign is not also a subject.
        var written = draft.Letterings.Where(lettering => lettering.Bearer is { Surface: not null })
            .Select(lettering => lettering.Bearer).ToHashSet();
        var figures = draft.Things
            .Where(thing => thing.IsFigure && !thing.IsUnwanted && !written.Contains(thing)).ToList();
        var places = figures.Select((thing, index) => (thing, index)).ToDictionary(one => one.thing, one => one.index);
        var place = PlaceOf(draft);

        return new Meaning
        {
            Subjects = [.. figures.Select(thing => Subject(thing, places))],
            Unwanted = [.. draft.Things.Where(thing => thing.IsUnwanted && thing.Noun is not null)
                .Select(thing => Subject(thing, places))],
            Letterings = [.. draft.Letterings.Select(lettering => new Lettering(
                lettering.Text, lettering.Surface,
                lettering.Bearer is null ? -1 : places.GetValueOrDefault(lettering.Bearer, -1)))],
            Place = place?.Place ?? draft.HintedPlace ??
                (draft.Background is not null || draft.HasPlainBackground ? PlaceKeys.Studio : null),
            PlaceColour = place is { Colours: [.., var colour] } ? colour
                : place is null && draft.LooseColours.Count > 0 ? draft.LooseColours[0] : null,
            Background = draft.Background,
            Time = draft.Time,
            Season = draft.Season,
            Weather = draft.Weather,
            Style = StyleOf(draft),
            Badge = draft.Badge,
            Transparent = draft.Transparent,
            Parts = [.. tokens.Select(token => Part(token, prompt))],
            NotUnderstood = [.. tokens.Where(token => token.Kind is WordKind.Unknown or WordKind.Nothing)
                .Select(token => token.Text).Distinct(StringComparer.Ordinal)],
        };
    }

    // "a neon sign of a rocket": a neon sign without words sets the style of the picture.
    private static PaintStyle StyleOf(Draft draft) => draft.Style == PaintStyle.Storybook &&
        draft.Letterings.Count == 0 && draft.Things.Exists(thing => thing.Surface == LetteringSurface.Neon)
            ? PaintStyle.Neon : draft.Style;

    private static Thing? PlaceOf(Draft draft)
    {
        var places = draft.Things
            .Where(thing => thing is { Place: not null, IsUnwanted: false, IsDropped: false, IsSetting: true })
            .ToList();

        // A wall always comes first. In "a cat on the grass by the sea", the cat stands in the first place.
        return places.Find(thing => thing.Place == PlaceKeys.Wall) ??
            places.Find(thing => !Minor.Contains(thing.Place)) ?? places.FirstOrDefault();
    }

    private static MeantSubject Subject(Thing thing, Dictionary<Thing, int> places)
        => new(thing.Noun!, thing.Word, thing.Count, ColoursOf(thing), thing.Scale)
        {
            Pose = thing.Pose,
            Material = thing.Material,
            Side = thing.Side,
            DrawnAsFamily = thing.IsFamily,
            Relations = [.. thing.Relations
                .Where(relation => relation.Other != thing && places.ContainsKey(relation.Other))
                .Select(relation => new MeantRelation(relation.Kind, places[relation.Other]))
                .Distinct()],
        };

    private static IReadOnlyList<ColourName> ColoursOf(Thing thing)
    {
        if (thing.Colourful && thing.Colours.Count == 0)
        {
            return thing.Count > 1 ? Rainbow : [];
        }

        // A black and white cow is not a black cow. The drawings of such animals are already black and white.
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

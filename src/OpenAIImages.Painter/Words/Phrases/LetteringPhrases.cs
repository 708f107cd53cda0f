using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Takes out words to write, with their bearer: "a sign that says 'OPEN'", 写着“欢迎”的招牌.</summary>
internal static class LetteringPhrases
{
    private const int Reach = 5;

    public static void Take(Draft draft)
    {
        for (var at = Find(draft); at >= 0; at = Find(draft))
        {
            var (bearer, first, last) = BearerOf(draft, at);
            if (draft.Style == PaintStyle.Poster && bearer is { Surface: null })
            {
                // "lanterns, a poster that says …": the poster bears the words.
                bearer = null;
            }

            draft.Letterings.Add((draft.Elements[at].Token.Text, SurfaceOf(draft, bearer), bearer));
            Write(draft, first, last);
            draft.Elements.RemoveRange(first, last + 1 - first);
        }

        draft.Elements.RemoveAll(element => element.Kind == WordKind.Say);
    }

    // 老师在黑板上写“加油”
    private static void Write(Draft draft, int first, int last)
    {
        var writes = draft.Elements.Take(last).Skip(first).Any(element => element.Token.Text is "写" or "writing");
        var writer = draft.Elements.Take(first).Select(element => element.Thing).LastOrDefault(
            thing => thing is { IsPerson: true });
        if (writes && writer is { Pose: Pose.None })
        {
            writer.Pose = Pose.Writing;
        }
    }

    private static int Find(Draft draft) => draft.Elements.FindIndex(element => element.Kind == WordKind.Text);

    // Returns the bearer, and the range of elements that only join it to the words.
    private static (Thing? Bearer, int First, int Last) BearerOf(Draft draft, int at)
    {
        var first = at;
        while (first > 0 && at - first < Reach && Joins(draft.Elements[first - 1]))
        {
            first--;
        }

        var last = at;
        var follows = draft.KindAt(at + 1) == WordKind.Of ? at + 2 : at + 1;
        var next = draft.ThingAt(follows);
        var before = draft.ThingAt(first - 1);
        if (before is { Surface: not null } && next is { Surface: null } && draft.KindAt(first) == WordKind.After)
        {
            // 招牌上写着“冰店”的小摊: the sign of the stall has the words.
            return (before, first, follows - 1);
        }

        if (next is not null && CanBear(next) && (follows == at + 2 || before is null || !CanBear(before)))
        {
            // “欢迎光临”的招牌, an "OPEN" sign.
            return (next, first, follows - 1);
        }

        return (Search(draft, before, first), first, last);
    }

    private static bool Joins(Element element) => element.Kind is WordKind.Say or WordKind.Is or WordKind.Has
        or WordKind.After or WordKind.Relation or WordKind.At or WordKind.Pose ||
        element is { Kind: WordKind.Stop, Token.Text: "," or ":" };

    private static bool CanBear(Thing thing) => thing.Surface is not null || thing.IsFigure && !thing.IsAnimate;

    // "a card with balloons that says …": the card is made for words, and the balloons are not. "A shop in a street
    // with the words …": the nearest that can bear them.
    private static Thing? Search(Draft draft, Thing? nearest, int before)
    {
        var things = draft.Elements.Take(before).Select(element => element.Thing).OfType<Thing>().ToList();

        return things.FindLast(thing => thing.Surface is not null) ??
            (nearest is not null && CanBear(nearest) ? nearest : things.FindLast(CanBear));
    }

    private static LetteringSurface SurfaceOf(Draft draft, Thing? bearer)
        => bearer?.Surface ?? (draft.Style == PaintStyle.Poster ? LetteringSurface.Poster
            : bearer is not null ? LetteringSurface.Subject : LetteringSurface.Picture);
}

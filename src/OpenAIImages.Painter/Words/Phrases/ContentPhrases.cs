using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Reads the English "of": "a bowl of apples", "a pattern of lemons", "a statue of a horse".</summary>
internal static class ContentPhrases
{
    private const int SeveralOf = 3;

    public static void Take(Draft draft)
    {
        // From the end: "a photo of a bowl of apples".
        for (var index = draft.Elements.Count - 1; index >= 0; index--)
        {
            if (draft.KindAt(index) == WordKind.Content)
            {
                Take(draft, index);
            }
        }
    }

    private static void Take(Draft draft, int index)
    {
        draft.Elements.RemoveAt(index);
        if (draft.ThingAt(index - 1) is not { IsImplied: false } holder || draft.ThingAt(index) is not { } content)
        {
            return;
        }

        if (!holder.IsFigure || holder.IsOf("likeness"))
        {
            // "a pattern of lemons", "a field of flowers", "a statue of a horse": only the content is drawn by itself.
            if (holder.IsOf("likeness") && content is { Material: Material.None, Colours.Count: 0 })
            {
                // "a bronze statue of a horse"
                content.Material = holder.Material;
                content.Colours.AddRange(holder.Colours);
            }

            holder.IsDropped = holder.IsFigure;
            draft.Elements.RemoveAt(index - 1);
        }
        else if ((holder.IsContainer || holder.IsTop) && content.IsFigure)
        {
            Fill(draft, index, holder, content);
        }
        else if (holder.IsContainer && content is { IsFigure: false, Place: not null })
        {
            // "a bucket of water" is not at sea.
            content.IsDropped = true;
            draft.Elements.RemoveAt(index);
        }
        else if (content is { IsFigure: true, Plural: true } && !holder.IsAnimate)
        {
            // "an arch of roses", "a tower of books": both can be seen.
            content.Relations.Add((Relation.On, holder));
            draft.Elements.RemoveAt(index);
        }
        else if (!content.IsSetting)
        {
            // "a king of cards": the rest only describes.
            content.IsDropped = true;
            draft.Elements.RemoveAt(index);
        }
    }

    private static void Fill(Draft draft, int index, Thing holder, Thing content)
    {
        if (content.IsOf("served") && !holder.IsOf("heaped") || content.Noun == holder.Noun)
        {
            // The drawing of a soup has its bowl already: "two bowls of soup" are two soups.
            content.Count = holder.Count;
            holder.IsDropped = true;
            draft.Elements.RemoveAt(index - 1);

            return;
        }

        // Chinese has no plural.
        if (content is { IsChinese: true, IsCounted: false } && !content.IsOf("mass"))
        {
            content.Count = SeveralOf;
        }

        Put(draft, index, holder, content);
        while (FurtherContent(draft, index) is { } further)
        {
            draft.Elements.RemoveRange(index, further - index);
            draft.ThingAt(index)!.Count = Math.Max(draft.ThingAt(index)!.Count, content.Count);
            Put(draft, index, holder, draft.ThingAt(index)!);
        }
    }

    private static void Put(Draft draft, int index, Thing holder, Thing content)
    {
        content.Relations.Add(
            (holder.IsContainer && !holder.IsOf("dish") ? Relation.In : Relation.On, holder));
        draft.Elements.RemoveAt(index);
    }

    // "a basket of peaches, pears and grapes": what has no article goes on with the content.
    private static int? FurtherContent(Draft draft, int index)
    {
        var next = index;
        while (draft.KindAt(next) == WordKind.And || next < draft.Elements.Count &&
            draft.Elements[next] is { Kind: WordKind.Stop, Token.Text: "," })
        {
            next++;
        }

        var isContent = next > index && draft.ThingAt(next) is
        {
            IsFigure: true, IsAnimate: false, IsSingle: false, IsCounted: false, IsDefinite: false,
        } further && (further.Plural || further.IsChinese) && draft.KindAt(next + 1) is WordKind.And or WordKind.Stop;

        return isContent ? next : null;
    }
}

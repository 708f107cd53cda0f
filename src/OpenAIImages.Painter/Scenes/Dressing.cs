using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Scenes.Arrangements;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Moves worn and held things to their wearers and holders.</summary>
internal sealed class Dressing(
    IReadOnlyList<MeantSubject> subjects, List<Figure>[] figures, Func<string, float> shapeOf)
{
    // The distance of a thing on the ground before its reader, in short edges.
    private const float ReaderDistance = 0.03f;

    public void Dress()
    {
        for (var index = 0; index < subjects.Count; index++)
        {
            foreach (var relation in Relations.Things(subjects[index]))
            {
                if (relation.Other != index && Relations.IsWornOrHeld(subjects, relation.Other))
                {
                    Dress(index, relation);
                }
            }
        }
    }

    private void Dress(int index, MeantRelation relation)
    {
        var thing = subjects[relation.Other];
        for (var number = 0; number < figures[index].Count; number++)
        {
            var wearer = figures[index][number];
            if (wearer.Drawing != subjects[index].Noun && !ArtworkBook.FactsOf(wearer.Drawing).Head.HasValue)
            {
                continue; // A ball or the sign of sleep is also a figure of the subject.
            }

            ColourName? colour = thing.Colours.Count == 0 ? null : thing.Colours[number % thing.Colours.Count];
            if (relation.Kind == Relation.Wearing && Clothe(wearer, thing.Noun, colour) is { } clothed)
            {
                figures[index][number] = clothed;
                continue;
            }

            var figure = new Figure(thing.Noun, wearer.X, wearer.Y, 0)
            {
                Colour = colour,
                Airborne = true,
                Flip = wearer.Flip && !ArtworkBook.FactsOf(thing.Noun).BearsWriting,
                Depth = wearer.Depth + RelativePlacement.Hair,
            };
            figure = relation.Kind == Relation.Wearing ? Worn(wearer, figure)
                : subjects[index].Pose == Pose.Eating && Food.AtMouth(wearer, figure, shapeOf) is { } eaten ? eaten
                : Held(wearer, figure);
            figures[relation.Other].Add(figure);
        }
    }

    // A figure whose body takes garments gets the garment as its clothes.
    private static Figure? Clothe(Figure wearer, string thing, ColourName? colour)
    {
        var facts = ArtworkBook.FactsOf(wearer.Drawing);
        if (ArtworkBook.FactsOf(thing).Worn != WornAt.Body || facts.Body != ToyBody.Person && facts.Dressed is null)
        {
            return null;
        }

        return wearer with
        {
            Drawing = facts.Dressed ?? wearer.Drawing,
            Garment = new Garment(colour ?? DyeOf(thing), ArtworkBook.FactsOf(thing).IsLong),
        };
    }

    private static ColourName? DyeOf(string thing) => ArtworkBook.FactsOf(thing).Dye is { } dye
        ? Enum.Parse<ColourName>(dye, ignoreCase: true) : null;

    private Figure Worn(Figure wearer, Figure thing)
    {
        var head = SceneAnchors.HeadOf(wearer, shapeOf);
        var shape = shapeOf(thing.Drawing);
        var body = wearer.Height * shapeOf(wearer.Drawing);
        switch (ArtworkBook.FactsOf(thing.Drawing).Worn)
        {
            case WornAt.Eyes:
                var eyes = head.Width * 0.92f / shape;

                return thing with { X = head.X, Y = head.Eyes + eyes * 0.5f, Height = eyes };
            case WornAt.Neck:
                var neck = head.Width * 0.72f / Math.Max(shape, 0.6f);
                var chin = head.Eyes + (head.Eyes - head.Top) * 0.9f;

                return thing with { X = head.X, Y = chin + neck * 0.8f, Height = neck };
            case WornAt.Ears:
                var phones = head.Width * 1.2f / shape;

                return thing with { X = head.X, Y = head.Eyes + phones * 0.55f, Height = phones };
            case WornAt.Back:
                var pack = wearer.Height * (ArtworkBook.FactsOf(thing.Drawing).IsLong ? 0.66f : 0.42f);

                return thing with
                {
                    X = wearer.X + (wearer.Flip ? -1 : 1) * body * 0.28f,
                    Y = wearer.Y - wearer.Height * 0.24f,
                    Height = pack,
                    Depth = wearer.Depth - RelativePlacement.Hair,
                };
            case WornAt.Feet:
                var shoe = Math.Min(body * 0.5f / shape, wearer.Height * 0.2f);

                return thing with { Y = wearer.Y + shoe * 0.1f, Height = shoe };
            case WornAt.Chin:
                var beard = head.Width * 0.84f / shape;

                return thing with
                {
                    X = head.X,
                    Y = head.Eyes + (head.Eyes - head.Top) * 0.28f + beard,
                    Height = beard,
                };
            case WornAt.Lip:
                var lip = head.Width * 0.5f / shape;

                return thing with
                {
                    X = head.X,
                    Y = head.Eyes + (head.Eyes - head.Top) * 0.85f + lip * 0.5f,
                    Height = lip,
                };
            case WornAt.Hair:
                var hair = head.Width * 1.16f / shape;

                return thing with { X = head.X, Y = head.Top - head.Width * 0.08f + hair, Height = hair };
            case null:
                return Held(wearer, thing);
            case WornAt.Hands:
                return Held(wearer, thing) with { Height = wearer.Height * 0.18f };
            case WornAt.Body:
                var shirt = Math.Min(body * 0.66f / shape, wearer.Height * 0.45f);

                return thing with { Y = wearer.Y - wearer.Height * 0.12f, Height = shirt };
            default:
                // A hat sits a little down on the skull.
                var hat = Math.Min(head.Width * 1.12f / shape, head.Width * 1.2f);

                return thing with { X = head.X, Y = head.Top + hat * 0.2f, Height = hat };
        }
    }

    private Figure Held(Figure holder, Figure thing)
    {
        var shape = shapeOf(thing.Drawing);
        var facts = ArtworkBook.FactsOf(thing.Drawing);
        var head = SceneAnchors.HeadOf(holder, shapeOf);
        var hand = HandOf(holder, head);
        var natural = holder.Height * Sizes.Beside(thing.Drawing, holder.Drawing);
        switch (facts.Held)
        {
            case HeldAt.Above:
                // The canopy of an umbrella or a balloon is above the head.
                var up = Math.Max(
                    Math.Clamp(natural, holder.Height * 0.4f, holder.Height * 0.75f),
                    hand.Y - head.Top + holder.Height * 0.24f);

                return thing with { X = hand.X, Y = hand.Y, Height = Math.Min(up, Math.Max(0.08f, hand.Y - 0.02f)) };
            case HeldAt.String:
                var aloft = Math.Clamp(natural, holder.Height * 0.3f, holder.Height * 0.5f);

                return thing with
                {
                    X = hand.X + (hand.X > holder.X ? 1 : -1) * holder.Height * 0.35f,
                    Y = Math.Max(aloft + 0.02f, head.Top - holder.Height * 0.05f),
                    Height = aloft,
                };
            case HeldAt.Ground:
                var side = holder.Flip ? 1 : -1;

                return thing with
                {
                    // The player of a piano stands at its side, and not behind it.
                    X = holder.X + side * Math.Max(holder.Height * 0.3f, natural * shape * 0.4f),
                    Y = holder.Y + 0.025f,
                    Height = natural,
                    Airborne = false,
                    Afloat = holder.Afloat,
                    Depth = holder.Depth + 0.025f,
                };
            case HeldAt.Before:
                var wide = Math.Clamp(natural, holder.Height * 0.26f, holder.Height * 0.5f);
                var holderFacts = ArtworkBook.FactsOf(holder.Drawing);
                var (hands, isToy) = (holderFacts.Hand, holderFacts.Body != ToyBody.None);
                if (hands is null && !isToy && !holder.Airborne && !holder.Afloat)
                {
                    return OnGround(holder, head, thing with { Height = wide });
                }

                return thing with
                {
                    X = hands is null ? hand.X : holder.X,
                    Y = Math.Min(hand.Y + wide * (hands is null && !isToy ? 0.85f : 0.3f), holder.Y),
                    Height = wide,
                };
            case HeldAt.Mouth:
                var pipe = Math.Clamp(natural, holder.Height * 0.2f, holder.Height * 0.42f);

                return thing with
                {
                    X = head.X + (holder.Flip ? 1 : -1) * head.Width * 0.3f,
                    Y = head.Eyes + (head.Eyes - head.Top) * 0.7f + pipe * 0.6f,
                    Height = pipe,
                };
            default:
                // A held thing must not hide the face of its holder.
                var largest = ArtworkBook.FactsOf(holder.Drawing).Body == ToyBody.Person ? 0.55f : 0.42f;
                var size = Math.Clamp(natural, holder.Height * 0.2f, holder.Height * largest);
                size = Math.Min(size, holder.Height * 0.6f / shape);

                return thing with { X = hand.X, Y = hand.Y + size * 0.45f, Height = size };
        }
    }

    // A reader without hands has the book on the ground, below the head.
    private Figure OnGround(Figure holder, HeadAnchor head, Figure thing)
    {
        var wide = thing.Height * shapeOf(thing.Drawing);

        return thing with
        {
            X = head.X + (holder.Flip ? 1 : -1) * wide * 0.3f,
            Y = holder.Y + ReaderDistance,
            Airborne = false,
            Depth = holder.Depth + ReaderDistance,
        };
    }

    // A holder without hands holds things in the mouth.
    private Anchor HandOf(Figure holder, HeadAnchor head)
        => ArtworkBook.FactsOf(holder.Drawing).Hand is { } hand ? SceneAnchors.At(holder, hand, shapeOf)
            : ArtworkBook.FactsOf(holder.Drawing).Body == ToyBody.Plush
                ? SceneAnchors.At(holder, new Anchor(0.2f, 0.76f), shapeOf)
            : new Anchor(
                head.X + (holder.Flip ? 1 : -1) * head.Width * 0.42f, head.Eyes + (head.Eyes - head.Top) * 0.75f);
}

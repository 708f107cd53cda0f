using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Puts subjects on, under, in or behind others that have their place already.</summary>
internal sealed class RelativePlacement(
    IReadOnlyList<MeantSubject> subjects, List<Figure>[] figures, Func<string, float> shapeOf)
{
    private const float Hair = 0.0005f;

    /// <summary>Says whether a subject's place follows from another's.</summary>
    public static bool Applies(IReadOnlyList<MeantSubject> subjects, int index)
        => subjects[index].Other >= 0 && subjects[index].Relation is
            Relation.On or Relation.In or Relation.Under or Relation.Above or Relation.Behind or Relation.Before
            or Relation.Riding;

    /// <summary>Says whether another subject wears or holds this one, so that it has no place of its own.</summary>
    /// <remarks>What is held by something held is left out, or two that hold each other would both have none.</remarks>
    public static bool IsWornOrHeld(IReadOnlyList<MeantSubject> subjects, int index)
        => Enumerable.Range(0, subjects.Count)
            .Any(holder => Holds(subjects, holder, index) && !IsHeldAtAll(subjects, holder));

    public void Place(int index, float height)
    {
        var subject = subjects[index];
        if (figures[subject.Other].Count == 0)
        {
            return;
        }

        for (var number = 0; number < subject.Count; number++)
        {
            var holders = figures[subject.Other];
            var holder = holders[number % Math.Max(1, Math.Min(holders.Count, subjects[subject.Other].Count))];
            var figure = Beside(subject, holder, height, Spread(subject.Count, number));
            figure = figure with
            {
                Colour = subject.Colours.Count == 0 ? null : subject.Colours[number % subject.Colours.Count],
                Shade = subject.Count > 1 ? number % 3 - 1 : 0,
            };
            figures[index].Add(subject.Relation == Relation.Above ? Wings.Spread(figure) : figure);
        }
    }

    /// <summary>Moves what is worn or held to who wears or holds it.</summary>
    public void Dress()
    {
        for (var index = 0; index < subjects.Count; index++)
        {
            var subject = subjects[index];
            if (!Holds(subjects, index, subject.Other) || !IsWornOrHeld(subjects, subject.Other))
            {
                continue;
            }

            var thing = subjects[subject.Other];
            foreach (var wearer in figures[index])
            {
                var number = figures[subject.Other].Count;
                var figure = new Figure(thing.Noun, wearer.X, wearer.Y, 0)
                {
                    Colour = thing.Colours.Count == 0 ? null : thing.Colours[number % thing.Colours.Count],
                    Airborne = true,
                    Depth = wearer.Depth + Hair,
                };
                figures[subject.Other].Add(subject.Relation == Relation.Wearing ? Worn(wearer, figure)
                    : Held(wearer, figure));
            }
        }
    }

    private static bool Holds(IReadOnlyList<MeantSubject> subjects, int holder, int thing)
        => thing >= 0 && subjects[holder].Other == thing &&
            subjects[holder].Relation is Relation.Wearing or Relation.Holding;

    private static bool IsHeldAtAll(IReadOnlyList<MeantSubject> subjects, int thing)
        => Enumerable.Range(0, subjects.Count).Any(holder => Holds(subjects, holder, thing));

    private static float Spread(int count, int number) => count == 1 ? 0 : (number + 0.5f) / count - 0.5f;

    private Figure Beside(MeantSubject subject, Figure holder, float height, float spread)
    {
        var width = holder.Height * shapeOf(holder.Drawing);
        var figure = new Figure(subject.Noun, holder.X + spread * width, holder.Y, height)
        {
            Airborne = true,
            Depth = holder.Depth + Hair,
        };

        return subject.Relation switch
        {
            Relation.On => On(figure, holder, width, subject.Count),
            Relation.In => In(figure, holder, width),
            Relation.Riding => Riding(figure, holder),
            Relation.Above => Above(figure, holder, spread, subject.Count),
            Relation.Under => figure with
            {
                X = figure.X + width * 0.12f,
                Y = holder.Y + 0.035f,
                Height = Math.Min(height, Math.Max(holder.Height * 0.55f, 0.12f)),
                Airborne = holder.Airborne,
                Afloat = holder.Afloat,
                Depth = holder.Depth + 0.035f,
            },
            Relation.Behind => figure with
            {
                X = figure.X + width * 0.34f,
                Y = holder.Y - 0.06f,
                Airborne = holder.Airborne,
                Depth = holder.Depth - 0.06f,
            },
            _ => figure with
            {
                X = figure.X - width * 0.2f,
                Y = holder.Y + 0.09f,
                Height = Math.Min(height, holder.Height * 0.7f),
                Airborne = holder.Airborne,
                Afloat = holder.Afloat,
                Depth = holder.Depth + 0.09f,
            },
        };
    }

    private Figure Above(Figure figure, Figure holder, float spread, int count)
    {
        var room = holder.Y - holder.Height - 0.08f;
        var shape = shapeOf(figure.Drawing);
        var height = Math.Min(Math.Min(figure.Height, Math.Max(room, 0.28f)), 0.86f / count / shape);
        var wave = count > 1 ? MathF.Sin(spread * 9) * height * 0.4f : 0;

        return figure with
        {
            // Several fill the width of the smallest picture, whatever they fly over.
            X = count > 1 ? Math.Clamp(holder.X, 0.46f, 0.54f) + spread * 0.92f : holder.X,
            Y = Math.Max(height + 0.05f, room + 0.02f) + wave,
            Height = height,
        };
    }

    private Figure On(Figure figure, Figure holder, float width, int count)
    {
        var seat = SeatOf(holder.Drawing);
        var widest = width * 0.95f / Math.Min(count, 3);
        var height = Math.Min(figure.Height, Math.Max(widest / shapeOf(figure.Drawing), holder.Height * 0.3f));
        height = Math.Min(height, Math.Max(0.08f, holder.Y - holder.Height * seat - 0.03f));

        return figure with { Y = holder.Y - holder.Height * seat, Height = height };
    }

    // Where one sits, as a part of the height. Most things carry others on their top.
    private static float SeatOf(string drawing) => drawing switch
    {
        "chair" => 0.47f,
        "couch-and-lamp" => 0.36f,
        "bed" => 0.46f,
        "toilet" or "bathtub" => 0.5f,
        "horse" or "unicorn" or "elephant" or "cow" or "camel" or "zebra" or "ox" or "deer" => 0.66f,
        "sailboat" or "canoe" or "speedboat" or "motor-boat" or "ship" => 0.3f,
        "deciduous-tree" or "evergreen-tree" or "palm-tree" => 0.6f,
        "bicycle" or "motorcycle" or "motor-scooter" => 0.66f,
        "skateboard" => 0.72f,
        "rock" or "mushroom" or "turtle" => 0.86f,
        _ => 0.93f,
    };

    private Figure In(Figure figure, Figure holder, float width) => figure with
    {
        Y = holder.Y - holder.Height * 0.42f,
        Height = Math.Min(figure.Height, Math.Min(holder.Height * 0.9f, width * 0.8f / shapeOf(figure.Drawing))),
        Depth = holder.Depth - Hair,
    };

    // Drawn before what is ridden, which then hides the legs.
    private static Figure Riding(Figure figure, Figure holder) => figure with
    {
        Y = holder.Y - holder.Height * (SeatOf(holder.Drawing) - 0.18f),
        Height = Math.Clamp(figure.Height, holder.Height * 0.5f, holder.Height * 0.8f),
        Flip = holder.Flip,
        Depth = holder.Depth - Hair,
    };

    private Figure Worn(Figure wearer, Figure thing)
    {
        var wide = wearer.Height * shapeOf(wearer.Drawing);
        // Side views look to the left, their heads are there; everything else has its head in the middle.
        var head = shapeOf(wearer.Drawing) > 0.85f && shapeOf(wearer.Drawing) < 1.6f ? wide * -0.2f : 0;
        var onTop = thing.Drawing.Contains("hat", StringComparison.Ordinal) || thing.Drawing is "crown" or "billed-cap";
        var height = wearer.Height * (onTop ? 0.3f : 0.26f);

        return thing with
        {
            X = wearer.X + (wearer.Flip ? -head : head),
            Y = onTop ? wearer.Y - wearer.Height * 0.9f : wearer.Y - wearer.Height * 0.5f,
            Height = height,
        };
    }

    private Figure Held(Figure holder, Figure thing)
    {
        if (thing.Drawing is "balloon" or "kite" or "umbrella")
        {
            var side = holder.Height * (shapeOf(holder.Drawing) * 0.5f + 0.17f);

            return thing with
            {
                X = holder.X + (holder.Flip ? side : -side),
                Y = holder.Y - holder.Height * 0.38f,
                Height = Math.Min(holder.Height * 0.62f, Math.Max(0.1f, holder.Y - holder.Height * 0.38f - 0.02f)),
            };
        }

        var reach = holder.Height * shapeOf(holder.Drawing) * 0.42f;

        return thing with
        {
            X = holder.X + (holder.Flip ? reach : -reach),
            Y = holder.Y - holder.Height * 0.08f,
            Height = holder.Height * 0.36f,
        };
    }
}

using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Puts subjects on, under, in or behind others that have their place already.</summary>
internal sealed class RelativePlacement(
    Scene scene, IReadOnlyList<MeantSubject> subjects, List<Figure>[] figures, Func<string, float> shapeOf)
{
    private const float Hair = 0.0005f;

    /// <summary>Says whether a subject's place follows from another's.</summary>
    public static bool Applies(IReadOnlyList<MeantSubject> subjects, int index)
        => subjects[index].Other >= 0 && subjects[index].Relation is
            Relation.On or Relation.In or Relation.Under or Relation.Above or Relation.Behind or Relation.Before
            or Relation.Riding;

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
            figures[index].Add(figure with
            {
                Colour = subject.Colours.Count == 0 ? null : subject.Colours[number % subject.Colours.Count],
                Shade = subject.Count > 1 ? number % 3 - 1 : 0,
            });
        }
    }

    /// <summary>Moves what is worn or held to who wears or holds it.</summary>
    public void Dress()
    {
        for (var index = 0; index < subjects.Count; index++)
        {
            var subject = subjects[index];
            if (subject.Other < 0 || subject.Relation is not (Relation.Wearing or Relation.Holding))
            {
                continue;
            }

            for (var number = 0; number < figures[subject.Other].Count && figures[index].Count > 0; number++)
            {
                var wearer = figures[index][number % figures[index].Count];
                var thing = figures[subject.Other][number];
                figures[subject.Other][number] = subject.Relation == Relation.Wearing ? Worn(wearer, thing) : Held(wearer, thing);
            }
        }
    }

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
            Relation.Above => figure with
            {
                Y = Math.Max(height + 0.04f, holder.Y - holder.Height - 0.06f * scene.Height),
            },
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
            Airborne = true,
            Afloat = false,
            Depth = wearer.Depth + Hair,
        };
    }

    private Figure Held(Figure holder, Figure thing)
    {
        var reach = holder.Height * shapeOf(holder.Drawing) * 0.42f;

        return thing with
        {
            X = holder.X + (holder.Flip ? reach : -reach),
            Y = holder.Y - holder.Height * 0.08f,
            Height = Math.Min(thing.Height, holder.Height * 0.42f),
            Airborne = true,
            Afloat = false,
            Depth = holder.Depth + Hair,
        };
    }
}

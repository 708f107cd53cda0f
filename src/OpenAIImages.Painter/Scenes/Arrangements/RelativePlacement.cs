using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes.Arrangements;

/// <summary>Places subjects on, under, in or behind others that already have their place.</summary>
internal sealed class RelativePlacement(
    Scene scene, IReadOnlyList<MeantSubject> subjects, List<Figure>[] figures, Heights heights,
    Func<string, float> shapeOf)
{
    /// <summary>The difference of depth that draws one figure right before or right after another.</summary>
    public const float Hair = 0.0005f;

    private const float Top = 0.03f;
    private const float TallMetres = 2;

    // The width over the height from which a seat is broad enough to lie on.
    private const float Broad = 1.1f;

    // The largest height of a low mount, such as skis, in metres.
    private const float LowMount = 0.45f;

    // The largest height of a rider on a low mount in a picture, in heights of the mount.
    private const float LargestOnLow = 2;

    // The least height of such a rider in the world, in heights of the mount.
    private const float MuchHigher = 1.8f;

    // The least height of a figure before its backdrop, as a share of the backdrop's height, if the width allows it.
    private const float LeastBefore = 0.55f;

    /// <summary>Places all figures of a subject.</summary>
    public void Place(int index)
    {
        if (Relations.PlaceOf(subjects[index]) is not { } relation || figures[relation.Other].Count == 0)
        {
            return;
        }

        var subject = subjects[index];
        var drawn = Poses.Drawn(subject, inBed: false);
        var holders = figures[relation.Other];
        var many = Math.Max(1, Math.Min(holders.Count, subjects[relation.Other].Count));
        var companions = Enumerable.Range(0, subjects.Count)
            .Where(one => Relations.PlaceOf(subjects[one]) == relation).ToList();
        var all = companions.Sum(one => subjects[one].Count);
        var before = companions.TakeWhile(one => one != index).Sum(one => subjects[one].Count);
        for (var number = 0; number < subject.Count; number++)
        {
            // Two figures on two chairs take one chair each. Three figures on one chair share it.
            var holder = holders[number % many];
            var sharing = Math.Max(1, (all + many - 1) / many);
            var spread = sharing == 1 ? 0 : ((before + number) / many + 0.5f) / sharing - 0.5f;
            var figure = new Figure(subject.Noun, holder.X, holder.Y, heights.Beside(index, holder, relation.Other))
            {
                Colour = FigureColours.Of(subject, number),
                Shade = subject.Count > 1 ? number % 3 - 1 : 0,
                Flip = !ArtworkBook.FactsOf(subject.Noun).BearsWriting && holder.Flip,
                Airborne = true,
                Depth = holder.Depth + Hair * (1 + number),
            };
            var onBack = relation.Kind is Relation.On or Relation.In &&
                ArtworkBook.FactsOf(holder.Drawing).Seat is not null &&
                Poses.LiesOnBack(Poses.Show(figure, drawn, shapeOf));
            // A chair is too narrow to lie on, so a sleeper sits on it.
            (drawn, onBack) = onBack && shapeOf(holder.Drawing) < Broad ? (Pose.Sitting, false) : (drawn, onBack);
            figure = onBack
                ? On(figure, holder, spread, sharing, onBack: true)
                : Beside(relation.Kind, figure, holder, spread, sharing);
            var pose = relation.Kind == Relation.Above && drawn == Pose.None ? Pose.Flying : drawn;
            figures[index].Add(Inside(Poses.Show(figure, pose, shapeOf) with
            {
                Asleep = subject.Pose == Pose.Sleeping,
            }));
        }
    }

    private Figure Beside(Relation kind, Figure figure, Figure holder, float spread, int count) => kind switch
    {
        Relation.On => On(figure, holder, spread, count),
        // A figure that crosses a bridge is on it. A figure that jumps over a fence is not.
        Relation.Over when ArtworkBook.FactsOf(holder.Drawing).Seat is not null &&
            Sizes.Seen(figure.Drawing) <= Sizes.Seen(holder.Drawing) * 0.8f => On(figure, holder, spread, count),
        Relation.In => In(figure, holder, spread, count),
        Relation.Riding => Riding(figure, holder, spread),
        Relation.Above or Relation.Over => Above(figure, holder, spread, count, near: kind == Relation.Over),
        Relation.Around => Around(figure, holder, spread),
        Relation.Under => Under(figure, holder, spread),
        Relation.Behind => Behind(figure, holder, spread),
        Relation.Against => Against(figure, holder),
        Relation.AtFootOf => Grounded(figure, holder) with
        {
            X = holder.X + (spread + Side(figure, holder) * 0.3f) * WidthOf(holder),
            Y = holder.Y + 0.02f,
            Height = Math.Min(figure.Height, holder.Height * 0.6f),
            Depth = holder.Depth + 0.02f,
        },
        _ => Before(figure, holder, spread, count),
    };

    private Figure On(Figure figure, Figure holder, float spread, int count, bool onBack = false)
    {
        var facts = ArtworkBook.FactsOf(holder.Drawing);
        if (facts.Seat is null && facts.Metres >= TallMetres && ArtworkBook.FactsOf(figure.Drawing).Hangs)
        {
            // Ornaments hang in a tree, the middle one highest.
            return figure with
            {
                X = holder.X + spread * WidthOf(holder) * 0.8f,
                Y = holder.Y - holder.Height * (0.56f - Math.Abs(spread) * 0.9f),
                Height = holder.Height * 0.13f,
            };
        }

        if (facts.Seat is null && (facts.Body == ToyBody.Person || facts is { Hand: not null, Metres: > 1 }))
        {
            return OnPerson(figure, holder, spread);
        }

        var seat = SceneAnchors.At(holder, facts.Seat ?? new Anchor(0.5f, 0.05f), shapeOf);
        var widest = WidthOf(holder) * (count == 1 ? 1.1f : 1 / (float)Math.Min(count, 4));
        // The picture is about the figure on the thing, so the figure can be a little larger than in the world.
        var height = Math.Min(
            figure.Height * 1.25f, Math.Max(widest / shapeOf(figure.Drawing), holder.Height * 0.2f));
        height = Math.Clamp(height, 0.05f, Math.Max(0.06f, seat.Y - Top));

        var x = seat.X + spread * WidthOf(holder) * 0.85f;
        if (onBack)
        {
            var length = Math.Min(figure.Height, WidthOf(holder) * 0.85f / count);

            return figure with { X = x, Y = seat.Y + length * 0.06f, Height = length };
        }

        if (facts.IsForSitting && ArtworkBook.FactsOf(figure.Drawing).Hand is not null)
        {
            // A sitting figure has its hips on the seat and its feet before it.
            var hips = ArtworkBook.FactsOf(figure.Drawing).Body == ToyBody.Person ? 0.26f : 0.42f;
            height = Math.Min(figure.Height * 0.95f, (seat.Y - Top) / (1 - hips));

            return figure with { X = x, Y = Math.Min(seat.Y + height * hips, holder.Y + 0.03f), Height = height };
        }

        return figure with { X = x, Y = seat.Y, Height = height };
    }

    // A bird or a very small thing sits on the shoulder of a person. A larger thing, or one with fur, sits on the lap.
    private Figure OnPerson(Figure figure, Figure holder, float spread)
    {
        var facts = ArtworkBook.FactsOf(figure.Drawing);
        var isOnShoulder = facts is { HasFur: false, Body: ToyBody.None, Metres: < 0.3f } or { Metres: < 0.15f };
        // A toy body has a larger head than a whole person.
        var isToy = ArtworkBook.FactsOf(holder.Drawing).Body == ToyBody.Person;
        var height = isOnShoulder ? isToy ? 0.52f : 0.26f : isToy ? 0.86f : 0.6f;
        var place = SceneAnchors.At(holder, new Anchor(isOnShoulder ? 0.86f : 0.5f, height), shapeOf);

        return figure with
        {
            X = place.X + spread * WidthOf(holder) * 0.5f,
            Y = place.Y,
            Height = holder.Height * (isOnShoulder ? 0.3f : 0.34f),
        };
    }

    // A figure sticks out behind a rim, shows its upper part in a window, or stands in front of a house.
    private Figure In(Figure figure, Figure holder, float spread, int count)
    {
        var facts = ArtworkBook.FactsOf(holder.Drawing);
        if (facts.Cabin is { } cabin)
        {
            var place = SceneAnchors.At(holder, new Anchor(cabin.X, cabin.Bottom), shapeOf);

            return figure with
            {
                X = place.X + spread * WidthOf(holder) * 0.4f,
                Y = place.Y + cabin.Height * holder.Height * 0.75f,
                Height = cabin.Height * holder.Height * 1.75f,
                Shown = 0.57f,
            };
        }

        if (facts.Rim is { } rim)
        {
            const float Hidden = 0.28f;
            var place = SceneAnchors.At(holder, new Anchor(0.5f, rim), shapeOf);
            var shape = shapeOf(figure.Drawing);
            // Flowers and pens stick out; apples and cats have to fit in.
            var widest = shape < 0.95f ? holder.Height : WidthOf(holder) * 0.8f / Math.Min(count, 3) / shape;
            var height = Math.Min(Math.Clamp(figure.Height, holder.Height * 0.34f, holder.Height * 0.95f), widest);
            height = Math.Min(height, (place.Y - Top) / (1 - Hidden));

            return figure with
            {
                X = place.X + spread * WidthOf(holder) * (shape < 0.95f ? 0.5f : 0.75f),
                Y = place.Y + height * Hidden,
                Height = height,
                Shown = 1 - Hidden,
                Tilt = shape < 0.95f ? spread * 46 : 0,
            };
        }

        return facts.Seat is null || holder.Airborne
            ? Grounded(figure, holder) with
            {
                X = holder.X + spread * WidthOf(holder),
                Y = holder.Y + 0.01f,
                Height = Math.Min(figure.Height, holder.Height * 0.55f),
                Depth = holder.Depth + Hair,
            }
            : On(figure, holder, spread, count);
    }

    // The rider is drawn first, so that the ridden thing hides the legs. Two riders sit one behind the other.
    private Figure Riding(Figure figure, Figure holder, float spread)
    {
        var facts = ArtworkBook.FactsOf(holder.Drawing);
        if (facts.Cabin is not null)
        {
            return In(figure, holder, 0, 1);
        }

        var seat = SceneAnchors.At(holder, facts.Seat ?? new Anchor(0.5f, 0.2f), shapeOf);
        var sits = ArtworkBook.FactsOf(figure.Drawing).Body switch
        {
            ToyBody.Plush => 0.12f,
            ToyBody.Person => 0.27f,
            _ => 0.36f,
        };
        if (IsLow(figure, holder))
        {
            return Upon(figure, holder, facts.Seat);
        }

        var height = Math.Clamp(figure.Height, holder.Height * 0.5f, holder.Height * 1.05f);
        height = Math.Min(height, (seat.Y - Top) / (1 - sits));

        return figure with
        {
            X = seat.X + spread * WidthOf(holder) * 0.6f,
            Y = seat.Y + height * sits,
            Height = height,
            Flip = holder.Flip,
            Depth = holder.Depth - Hair,
        };
    }

    private static bool IsLow(Figure figure, Figure holder)
        => ArtworkBook.FactsOf(holder.Drawing).Metres <= LowMount &&
            ArtworkBook.FactsOf(figure.Drawing).Metres >= ArtworkBook.FactsOf(holder.Drawing).Metres * MuchHigher;

    // The rider of a low mount stands on the mount, and is at least as high.
    private Figure Upon(Figure figure, Figure holder, Anchor? seat)
    {
        var place = SceneAnchors.At(holder, seat ?? new Anchor(0.5f, 0.55f), shapeOf);
        var height = Math.Min(
            Math.Clamp(figure.Height, holder.Height, holder.Height * LargestOnLow), place.Y - Top);

        return figure with
        {
            X = place.X,
            Y = place.Y,
            Height = height,
            Depth = holder.Depth - Hair,
        };
    }

    private Figure Above(Figure figure, Figure holder, float spread, int count, bool near)
    {
        var room = holder.Y - holder.Height - 0.06f;
        var shape = shapeOf(figure.Drawing);
        var height = Math.Min(figure.Height, Math.Min(Math.Max(room, 0.2f), 0.86f * scene.Width / count / shape));
        height = Math.Max(height, Math.Min(0.13f, room));
        var wave = count > 1 ? MathF.Sin(spread * 9) * height * 0.4f : 0;
        var lowest = near ? holder.Y - holder.Height - 0.01f : room + 0.02f;

        return figure with
        {
            // Several figures fill the width of the smallest picture, whatever they move over.
            X = count > 1 ? Math.Clamp(holder.X, 0.46f, 0.54f) + spread * 0.92f : holder.X,
            Y = Math.Max(height + Top, lowest) + wave,
            Height = height,
        };
    }

    private Figure Around(Figure figure, Figure holder, float spread)
    {
        var angle = (spread + 0.5f) * 2 * MathF.PI;
        var height = Math.Min(figure.Height, 0.2f);
        var (across, down) = (WidthOf(holder) * 0.5f + height * 0.7f, holder.Height * 0.5f + height * 0.4f);
        var y = holder.Y - holder.Height * 0.5f + MathF.Sin(angle) * down + height * 0.5f;

        return figure with
        {
            X = holder.X + MathF.Cos(angle) * across,
            Y = holder.Airborne ? y : Math.Min(y, holder.Y + 0.08f),
            Height = height,
            Airborne = holder.Airborne || y < holder.Y - 0.06f,
            Depth = holder.Depth + (MathF.Sin(angle) < 0 ? -0.02f : 0.02f),
        };
    }

    // A table, a tree or a bridge has room under it. The ground or the water is below a flying or swimming thing.
    private Figure Under(Figure figure, Figure holder, float spread)
    {
        if (holder.Airborne && scene.Place is not (Words.Place.Space or Words.Place.Sky))
        {
            var ground = scene.Horizon + (scene.Height - scene.Horizon) * 0.7f;

            return Grounded(figure, holder) with
            {
                X = holder.X + spread * 0.6f,
                Y = ground,
                Airborne = false,
                Height = Math.Min(figure.Height, ground - holder.Y - 0.03f),
                Depth = ground,
            };
        }

        var below = holder.Afloat ? 0.05f + figure.Height : 0.015f;

        return Grounded(figure, holder) with
        {
            X = holder.X + spread * WidthOf(holder) * 0.8f,
            Y = Math.Min(holder.Y + below, scene.Height * 0.97f),
            Height = Math.Min(figure.Height, Math.Max(holder.Height * 0.5f, 0.07f)),
            Depth = holder.Depth + 0.015f,
        };
    }

    // The figure stands far enough to the side that most of it shows.
    private Figure Behind(Figure figure, Figure holder, float spread)
    {
        var higher = figure.Height > holder.Height * 1.35f;
        var aside = (WidthOf(holder) + WidthOf(figure)) * (higher ? 0.13f : 0.24f);

        return Grounded(figure, holder) with
        {
            X = holder.X + spread * WidthOf(holder) + Side(figure, holder) * aside,
            Y = holder.Y - 0.045f,
            Depth = holder.Depth - 0.045f,
        };
    }

    // A figure before a much larger thing is nearer to the viewer, so it is larger than beside that thing.
    private Figure Before(Figure figure, Figure holder, float spread, int count)
    {
        var far = Relations.IsBackdrop(figure.Drawing, holder.Drawing);
        var widest = WidthOf(holder) * 0.9f / count / shapeOf(figure.Drawing);
        var height = far
            ? Math.Max(Math.Min(figure.Height, widest), Math.Min(holder.Height * LeastBefore, widest))
            : Math.Min(figure.Height, holder.Height * 0.75f);
        var aside = far || height <= holder.Height * 0.5f ? 0.12f : 0.3f;
        var nearer = far ? 0.2f : 0.08f;
        var y = Math.Min(holder.Y + nearer, scene.Height * (far ? 0.95f : 0.97f));

        return Grounded(figure, holder) with
        {
            X = holder.X + (spread + Side(figure, holder) * aside) * WidthOf(holder),
            Y = y,
            Height = height,
            Depth = holder.Depth + nearer,
        };
    }

    private Figure Against(Figure figure, Figure holder)
    {
        var side = Side(figure, holder);

        return Grounded(figure, holder) with
        {
            X = holder.X + side * (WidthOf(holder) * 0.5f + WidthOf(figure) * 0.38f),
            Y = holder.Y + 0.012f,
            Tilt = -side * 8,
            Depth = holder.Depth + 0.012f,
        };
    }

    private static Figure Grounded(Figure figure, Figure holder)
        => figure with { Airborne = holder.Airborne, Afloat = holder.Afloat };

    // The figure stands on the side towards the middle of the picture, because there is room.
    private int Side(Figure figure, Figure holder)
        => holder.X > scene.Width * 0.55f || holder.X > scene.Width * 0.45f && figure.Flip ? -1 : 1;

    private float WidthOf(Figure figure) => figure.Height * shapeOf(figure.Drawing);

    private Figure Inside(Figure figure)
    {
        var half = Math.Min(WidthOf(figure) / 2, scene.Width / 2);

        return figure with { X = Math.Clamp(figure.X, half, scene.Width - half) };
    }
}

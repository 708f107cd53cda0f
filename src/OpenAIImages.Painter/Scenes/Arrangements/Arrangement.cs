using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes.Arrangements;

/// <summary>
/// Arranges the figures of a scene: first the figures that stand or fly by themselves, then the figures that stand
/// relative to others, then worn and held things.
/// </summary>
internal sealed class Arrangement(
    Scene scene, Composition composition, IReadOnlyList<MeantSubject> subjects, SeededRandom random,
    Func<string, float> shapeOf)
{
    // A figure to the left of the first share of the width looks right. To the right of the second it looks left.
    private const float LeftPart = 0.42f;
    private const float RightPart = 0.58f;

    // The chance that one of several figures looks out of the picture.
    private const float OutwardChance = 0.35f;

    // The distance that the water of a beach reaches below the horizon.
    private const float Surf = 0.3f;

    // The height of a toy in heights of its player, and its largest height in short edges.
    private const float ToyHeight = 0.36f;
    private const float LargestToy = 0.15f;
    private const float ToyDistance = 0.22f;
    private const float ToyDepth = 0.04f;

    // A figure of less than this share of the thing under it is small.
    private const float SmallOnThing = 0.6f;
    // The viewer of a small figure comes nearer by at most this factor.
    private const float NearSmallOnThing = 1.3f;
    // The viewer comes no nearer where the thing under a small figure has this height, in short edges.
    private const float HighUnderSmall = 0.6f;

    // The height of the sign of sleep in heights of the sleeper, and its largest height in short edges.
    private const float SleepSignHeight = 0.4f;
    private const float LargestSleepSign = 0.14f;

    private readonly List<Figure>[] _figures = [.. subjects.Select(_ => new List<Figure>())];
    private readonly Heights _heights = new(subjects, shapeOf);

    private bool Floats => scene.Place is Place.Space or Place.Sky or Place.Abstract;

    public IReadOnlyList<Figure> Arrange()
    {
        var placed = Enumerable.Range(0, subjects.Count)
            .Where(index => !Relations.IsWornOrHeld(subjects, index)).ToList();
        var own = placed.Where(StandsAlone).ToList();
        var flying = own.Where(Flies).ToList();
        var standing = StandingOrder.Of(
            subjects, own.Where(index => !Flies(index)).ToList(), mirrored: random.Chance(0.5f));
        var factor = Crowding(own.Sum(index => subjects[index].Count) + Beside(placed.Except(own)))
            * Distance(placed.Count);
        factor *= Nearness(own, factor);
        var heights = _heights.Of(own, factor);
        new StandingRows(scene, composition, subjects, random, shapeOf).Place(standing, heights, Add);
        new FlyingSpots(scene, composition, subjects, random, shapeOf).Place(flying, heights, AddFlying);
        AddToys();
        var related = new RelativePlacement(scene, subjects, _figures, _heights, shapeOf);
        foreach (var index in placed.Except(own).OrderBy(Chain))
        {
            related.Place(index);
        }

        AddSleep();
        new Dressing(subjects, _figures, shapeOf).Dress();

        return [.. _figures.SelectMany(figures => figures).Select(figure => Poses.Show(figure, scene.Season))
            .OrderBy(figure => figure.Depth)];
    }

    private static float Crowding(int count) => count switch
    {
        <= 1 => 1.12f,
        2 => 1.02f,
        <= 4 => 0.88f,
        <= 7 => 0.72f,
        <= 12 => 0.56f,
        <= 24 => 0.44f,
        _ => 0.44f * MathF.Sqrt(24f / count),
    };

    // A single figure can be near or far. A group fills the picture anyway.
    private float Distance(int count)
        => scene.Badge || scene.Place == Place.Studio ? Math.Clamp(composition.Distance, 0.86f, 1.16f)
            // A place that the prompt names must stay visible.
            : scene.PlaceIsNamed ? Math.Clamp(composition.Distance, 0.6f, 0.92f)
            : count > 1 ? 0.5f + 0.5f * composition.Distance : composition.Distance;

    // "a cat on a sofa" is about the cat, so the viewer is nearer than for a sofa alone. A chair is high enough.
    private float Nearness(List<int> own, float factor)
        => own.Count == 1 && Relations.PlaceOf(subjects[0]) is { Kind: Relation.On } relation &&
            relation.Other == own[0] && Sizes.Seen(subjects[0].Noun) < Sizes.Seen(subjects[own[0]].Noun) * SmallOnThing
            ? Math.Clamp(HighUnderSmall / (_heights.Alone(own[0]) * factor), 1, NearSmallOnThing) : 1;

    private int Beside(IEnumerable<int> related) => related
        .Where(index => Relations.PlaceOf(subjects[index]) is
        { Kind: Relation.Above or Relation.Behind or Relation.Before or Relation.Against or Relation.AtFootOf })
        .Sum(index => subjects[index].Count);

    // Subjects whose relations form a circle have no place to start from, so the first of them stands alone.
    private bool StandsAlone(int index)
        => Relations.PlaceOf(subjects[index]) is null || Chain(index) > subjects.Count;

    private int Chain(int index)
    {
        var steps = 0;
        while (steps <= subjects.Count && Relations.PlaceOf(subjects[index]) is { } relation)
        {
            index = relation.Other;
            steps++;
        }

        return steps;
    }

    private bool Flies(int index)
    {
        var subject = subjects[index];
        var artwork = ArtworkBook.Get(subject.Noun);

        return Floats || subject.Pose == Pose.Flying && !FliesSomething(subject) ||
            artwork.Facts.Hangs || artwork.Home == Home.Air && !Rests(subject.Pose) ||
            subjects.Any(rider => rider.Pose == Pose.Flying && Relations.PlaceOf(rider) is
            { Kind: Relation.Riding or Relation.On } seat && seat.Other == index) ||
            artwork.Home == Home.Space && !artwork.Facts.WalksInSpace ||
            scene.Place == Place.Underwater && !StandingRows.LiesOnTheSeabed(subject.Noun);
    }

    private static bool Rests(Pose pose) => pose is Pose.Standing or Pose.Sitting or Pose.Sleeping or Pose.Lying;

    // "a boy flying a kite": the kite flies.
    private bool FliesSomething(MeantSubject subject) => Relations.Things(subject)
        .Any(relation => ArtworkBook.FactsOf(subjects[relation.Other].Noun).Held is HeldAt.Above or HeldAt.String);

    private Figure NewFigure(int index, int number, float x, float y, float height)
    {
        var subject = subjects[index];
        var writes = ArtworkBook.FactsOf(subject.Noun).BearsWriting;
        // A figure at a side looks into the picture.
        var inwards = x < scene.Width * LeftPart || x <= scene.Width * RightPart && random.Chance(0.5f);
        var paired = Relations.Sides(subject).Any() ? x < scene.Width / 2 : random.Chance(OutwardChance) ^ inwards;

        return new Figure(subject.Noun, x, y, height)
        {
            Colour = FigureColours.Of(subject, number),
            // One figure of a kind differs from picture to picture. Several differ from each other.
            Shade = random.Between(-1, 1),
            Flip = !writes && (subject.Count > 1 || Relations.Sides(subject).Any() ? paired : inwards),
        };
    }

    private void Add(int index, int number, float x, float y, float height)
    {
        var figure = NewFigure(index, number, x, y, height) with { Depth = y };
        figure = subjects[index].Relations.Any(relation => relation.Kind == Relation.Chasing) ||
            subjects.Any(other => other.Relations.Any(one => one.Kind == Relation.Chasing && one.Other == index))
            ? figure with { Flip = false } : figure;
        if (subjects[index] is { Pose: Pose.None, Relations.Count: 0 } && composition.Look % 2 == 1)
        {
            figure = Poses.FromFront(figure);
        }

        var pose = Poses.Drawn(subjects[index], Relations.IsInBed(scene, subjects[index]));
        figure = Poses.Show(figure with { Afloat = IsAfloat(index, y) }, pose, shapeOf);
        _figures[index].Add(figure with { Asleep = subjects[index].Pose == Pose.Sleeping });
    }

    private void AddFlying(int index, int number, float x, float y, float height)
    {
        var figure = NewFigure(index, number, x, y, height) with
        {
            Airborne = true,
            Depth = -1 + _figures[index].Count * 0.001f,
        };
        var pose = subjects[index].Pose == Pose.None ? Pose.Flying : subjects[index].Pose;
        figure = figure with { Hangs = !Floats && ArtworkBook.FactsOf(figure.Drawing).Hangs };
        _figures[index].Add(Poses.Show(figure, pose, shapeOf));
    }

    private bool IsAfloat(int index, float y) => scene.Place switch
    {
        Place.Sea => true,
        Place.Beach => y < scene.Horizon + Surf,
        Place.Lake or Place.River => StandingRows.IsOnWater(subjects[index]),
        _ => false,
    };

    // 玩耍 (to play): when the prompt names no toy, animals and children get a ball.
    private void AddToys()
    {
        for (var index = 0; index < subjects.Count; index++)
        {
            if (subjects[index].Pose != Pose.Playing || subjects[index].Relation != Relation.None ||
                subjects.Count > 2 || _figures[index].Count == 0 || Floats)
            {
                continue;
            }

            var player = _figures[index][0];
            var toy = ArtworkBook.FactsOf(player.Drawing).Toy ?? "soccer-ball";
            var reach = player.Height * shapeOf(player.Drawing) * 0.5f + player.Height * ToyDistance;
            var x = player.X + (player.Flip ? reach : -reach);
            var size = Math.Min(LargestToy, player.Height * ToyHeight);
            _figures[index].Add(new Figure(toy, Math.Clamp(x, size, scene.Width - size), player.Y + ToyDepth, size)
            {
                Colour = toy == "yarn" ? ColourName.Red : null,
                Depth = player.Depth + ToyDepth,
                Afloat = player.Afloat,
            });
        }
    }

    private void AddSleep()
    {
        for (var index = 0; index < subjects.Count; index++)
        {
            if (subjects[index].Pose == Pose.Sleeping && _figures[index].Count > 0 &&
                !Relations.IsInBed(scene, subjects[index]))
            {
                var sleeper = _figures[index][0];
                var head = SceneAnchors.HeadOf(sleeper, shapeOf);
                var size = Math.Min(sleeper.Height * SleepSignHeight, LargestSleepSign);
                // The upper edge of the picture must not cut off the sign.
                var foot = Math.Max(head.Top, size + 0.02f) - size * 0.05f;
                _figures[index].Add(new Figure("zzz", head.X + size * 0.7f, foot, size)
                {
                    Airborne = true,
                    Depth = sleeper.Depth + RelativePlacement.Hair,
                });
            }
        }
    }
}

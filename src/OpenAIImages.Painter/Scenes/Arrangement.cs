using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>
/// Who stands where: first those who stand or fly by themselves, then those who stand relative to others.
/// </summary>
internal sealed class Arrangement(
    Scene scene, IReadOnlyList<MeantSubject> subjects, SeededRandom random, Func<string, float> shapeOf)
{
    private readonly List<Figure>[] _figures = [.. subjects.Select(_ => new List<Figure>())];

    // Around a watercolour the paper stays white.
    private float Margin => scene.Style == PaintStyle.Watercolour ? 0.1f : 0.03f;

    private bool Floats => scene.Place is Place.Space or Place.Sky or Place.Abstract;

    public IReadOnlyList<Figure> Arrange()
    {
        var placed = Enumerable.Range(0, subjects.Count)
            .Where(index => !RelativePlacement.IsWornOrHeld(subjects, index)).ToList();
        var own = placed.Where(StandsAlone).ToList();
        var flying = Slots(own.Where(Flies));
        var standing = Slots(own.Where(index => !Flies(index)));
        var beside = placed.Except(own).Where(TakesRoom).Sum(index => subjects[index].Count);
        var crowd = Crowding(flying.Count + standing.Count + beside);
        PlaceStanding(standing, crowd);
        PlaceFlying(flying, crowd);
        AddProps();
        var related = new RelativePlacement(subjects, _figures, shapeOf);
        foreach (var index in placed.Except(own).OrderBy(Chain))
        {
            related.Place(index, Fit(index, Crowding(subjects[index].Count + 1), scene.Width * 0.6f));
        }

        related.Dress();

        return [.. _figures.SelectMany(figures => figures).OrderBy(figure => figure.Depth)];
    }

    private static float Crowding(int count) => count switch
    {
        <= 1 => 1.28f,
        2 => 1.02f,
        <= 4 => 0.88f,
        <= 7 => 0.7f,
        <= 12 => 0.54f,
        _ => 0.42f,
    };

    // Two that refer to each other, or to something that does, would wait forever: the first of them stands alone.
    private bool StandsAlone(int index) => !RelativePlacement.Applies(subjects, index) || Chain(index) > subjects.Count;

    private bool TakesRoom(int index)
        => subjects[index].Relation is Relation.Above or Relation.Behind or Relation.Before;

    private int Chain(int index)
    {
        var steps = 0;
        while (RelativePlacement.Applies(subjects, index) && steps <= subjects.Count)
        {
            index = subjects[index].Other;
            steps++;
        }

        return steps;
    }

    private bool Flies(int index)
    {
        var subject = subjects[index];
        var home = ArtworkBook.Get(subject.Noun).Home;

        return Floats || subject.Pose == Pose.Flying || home == Home.Air ||
            home == Home.Space && !ArtworkBook.FactsOf(subject.Noun).WalksInSpace ||
            scene.Place == Place.Underwater && !LiesOnTheSeabed(subject.Noun);
    }

    private static bool LiesOnTheSeabed(string noun)
        => ArtworkBook.FactsOf(noun).LiesOnSeabed || ArtworkBook.Get(noun).Home is not (Home.Sea or Home.Water);

    private List<(int Index, int Number)> Slots(IEnumerable<int> indexes)
        => [.. indexes.SelectMany(
            index => Enumerable.Range(0, subjects[index].Count), (index, number) => (index, number))];

    private void PlaceStanding(List<(int Index, int Number)> slots, float crowd)
    {
        var rows = slots.Count <= 4 ? 1 : slots.Count <= 10 ? 2 : 3;
        for (var slot = 0; slot < slots.Count; slot++)
        {
            var row = slot * rows / slots.Count;
            var first = (row * slots.Count + rows - 1) / rows;
            var inRow = ((row + 1) * slots.Count + rows - 1) / rows - first;
            var far = (rows - 1 - row) * 0.11f + (slots.Count > 1 && rows == 1 && slot % 2 == 1 ? 0.055f : 0);
            far += slots.Count > 1 ? random.Between(-0.012f, 0.012f) : 0;
            var (index, number) = slots[slot];
            var widest = slots.Count == 1 ? scene.Width * 0.74f : scene.Width * 0.98f / Math.Max(2, Math.Min(inRow, 5));
            var height = Fit(index, crowd * (1 - far * 1.4f), widest);
            var y = FeetLine(subjects[index]) - far * scene.Height;
            var headroom = subjects[index].Relation == Relation.Wearing ? 1.28f : 1;
            height = Math.Min(height, (y - scene.Height * 0.05f) / headroom);
            height *= subjects.Any(above => above.Other == index && above.Relation == Relation.Above) ? 0.7f : 1;
            var share = (slot - first + 0.5f) / inRow;
            var x = slots.Count == 1
                ? scene.Width * (0.5f + random.Between(-0.07f, 0.07f))
                : scene.Width * (0.5f + (share + row % 2 * 0.4f / inRow - 0.5f) * 0.9f) + random.Bell() * 0.012f;
            Add(index, number, Inside(x, index, height), y, height, y);
        }
    }

    private float FeetLine(MeantSubject subject)
    {
        var below = scene.Height - scene.Horizon;
        var onWater = ArtworkBook.Get(subject.Noun).Home is Home.Water or Home.Sea || subject.Pose == Pose.Swimming;

        return scene.Horizon + below * scene.Place switch
        {
            Place.Sea => 0.46f,
            Place.Beach when onWater && !LiesOnTheSeabed(subject.Noun) => 0.25f,
            Place.Beach => 0.82f,
            Place.Wall => 0.55f,
            Place.Room or Place.Table => 0.66f,
            Place.Studio => 0.5f,
            Place.Underwater => 0.45f,
            _ => 0.68f,
        };
    }

    private void PlaceFlying(List<(int Index, int Number)> slots, float crowd)
    {
        var free = Floats || scene.Place == Place.Underwater;
        var top = scene.Height * 0.05f + Margin;
        var bottom = free ? scene.Height * 0.93f : scene.Horizon - scene.Height * 0.02f;
        var rows = slots.Count <= 1 ? 1 : slots.Count <= 4 ? 2 : 3;
        for (var slot = 0; slot < slots.Count; slot++)
        {
            var (index, number) = slots[slot];
            var widest = slots.Count == 1 ? scene.Width * 0.6f : scene.Width * 0.9f / Math.Min(slots.Count, 4);
            var height = Math.Min(Fit(index, crowd, widest) * random.Between(0.92f, 1.08f), (bottom - top) * 0.85f);
            var share = slots.Count == 1 ? 0.5f : (slot + 0.5f) / slots.Count;
            var level = rows == 1 ? random.Between(0.4f, 0.6f)
                : slot % rows / (rows - 1f) * 0.6f + random.Between(0.1f, 0.3f);
            var y = top + height + Math.Max(0, bottom - top - height) * Math.Clamp(level, 0, 1);
            var x = scene.Width * (0.5f + (share - 0.5f) * 0.88f) + random.Bell() * 0.03f;
            Add(index, number, Inside(x, index, height), y, height, depth: -1 + slot * 0.001f);
            _figures[index][^1] = Wings.Spread(_figures[index][^1]) with { Airborne = true };
        }
    }

    private void Add(int index, int number, float x, float y, float height, float depth)
    {
        var subject = subjects[index];
        var afloat = scene.Place is Place.Sea || scene.Place == Place.Beach && y < scene.Horizon + 0.3f;
        _figures[index].Add(new Figure(subject.Noun, x, y, height)
        {
            Colour = subject.Colours.Count == 0 ? null : subject.Colours[number % subject.Colours.Count],
            Shade = subject.Count > 1 ? random.Between(-1, 1) : 0,
            Flip = random.Chance(subject.Count > 1 ? 0.4f : 0.5f),
            Tilt = subject.Pose == Pose.Leaning ? -6 : 0,
            Afloat = afloat,
            Depth = depth,
        });
    }

    // 玩耍: with nothing named to play with, animals and children get a ball.
    private void AddProps()
    {
        for (var index = 0; index < subjects.Count; index++)
        {
            if (subjects[index].Pose != Pose.Playing || subjects[index].Relation != Relation.None ||
                subjects.Count > 2 || _figures[index].Count == 0 || Floats)
            {
                continue;
            }

            var player = _figures[index][0];
            var noun = player.Drawing is "cat" or "black-cat" ? "yarn" : "soccer-ball";
            var reach = player.Height * shapeOf(player.Drawing) * 0.5f + player.Height * 0.22f;
            var x = player.X + (player.Flip ? reach : -reach);
            var size = Math.Min(0.15f, player.Height * 0.36f);
            _figures[index].Add(new Figure(noun, Math.Clamp(x, size, scene.Width - size), player.Y + 0.04f, size)
            {
                Colour = noun == "yarn" ? ColourName.Red : null,
                Depth = player.Depth + 0.04f,
                Afloat = player.Afloat,
            });
        }
    }

    private float Fit(int index, float crowd, float widest)
    {
        var shape = shapeOf(subjects[index].Noun);
        var size = ArtworkBook.Get(subjects[index].Noun).Size * crowd * subjects[index].Scale * 1.08f;
        var height = Math.Min(size / MathF.Sqrt(shape), size * 1.2f);

        return Math.Min(height, widest / shape);
    }

    private float Inside(float x, int index, float height)
    {
        var half = height * shapeOf(subjects[index].Noun) / 2 + Margin;

        return half * 2 >= scene.Width ? scene.Width / 2 : Math.Clamp(x, half, scene.Width - half);
    }
}

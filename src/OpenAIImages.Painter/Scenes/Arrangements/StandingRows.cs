using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes.Arrangements;

/// <summary>Places for figures that stand by themselves: one row, or several rows for many.</summary>
internal sealed class StandingRows(
    Scene scene, Composition composition, IReadOnlyList<MeantSubject> subjects, SeededRandom random,
    Func<string, float> shapeOf)
{
    private const int OneRow = 5;

    // A backdrop moves back by this share of the ground between the horizon and its feet.
    private const float BackdropDistance = 0.4f;

    // The paper around a watercolour stays white.
    private float Margin => scene.Style == PaintStyle.Watercolour ? 0.1f : 0.03f;

    public static bool LiesOnTheSeabed(string noun)
        => ArtworkBook.FactsOf(noun).LiesOnSeabed || ArtworkBook.Get(noun).Home is not (Home.Sea or Home.Water);

    public static bool IsOnWater(MeantSubject subject)
        => ArtworkBook.Get(subject.Noun).Home is Home.Water or Home.Sea || subject.Pose == Pose.Swimming;

    /// <summary>Gives each figure its place.</summary>
    /// <param name="order">The indexes of the subjects, from left to right.</param>
    /// <param name="heights">The height of each subject.</param>
    /// <param name="add">Takes the subject, the number of the figure, the position of its feet and its height.</param>
    public void Place(
        List<int> order, Dictionary<int, float> heights, Action<int, int, float, float, float> add)
    {
        var slots = order.SelectMany(
            index => Enumerable.Range(0, subjects[index].Count), (index, number) => (Index: index, Number: number))
            .ToList();
        PutBetween(slots);
        if (slots.Count <= OneRow)
        {
            PlaceInRow(slots, heights, add);
        }
        else
        {
            PlaceInRows(slots, heights, add);
        }
    }

    // "a cat between two pumpkins": one pumpkin on each side.
    private void PutBetween(List<(int Index, int Number)> slots)
    {
        for (var index = 0; index < subjects.Count; index++)
        {
            var others = Relations.Sides(subjects[index]).Where(relation => relation.Kind == Relation.Between).ToList();
            if (others.Count != 1 || subjects[others[0].Other].Count < 2)
            {
                continue;
            }

            var moved = slots.Where(slot => slot.Index == index).ToList();
            slots.RemoveAll(slot => slot.Index == index);
            var first = slots.FindIndex(slot => slot.Index == others[0].Other);
            if (first >= 0)
            {
                slots.InsertRange(first + subjects[others[0].Other].Count / 2, moved);
            }
        }
    }

    private void PlaceInRow(
        List<(int Index, int Number)> slots, Dictionary<int, float> heights, Action<int, int, float, float, float> add)
    {
        var room = scene.Width - 2 * Margin;
        var wide = slots.Sum(slot => heights[slot.Index] * WidthOf(slot.Index));
        // Three or more figures overlap a little before they shrink.
        var shrink = Math.Min(1, room * (slots.Count > 2 ? 1.08f : 1) / Math.Max(wide, 0.001f));
        var gap = Math.Min((room - wide * shrink) / (slots.Count + 1), 0.14f * scene.Width);
        var tallest = slots.Count == 0 ? 1 : slots.Max(slot => heights[slot.Index]);
        var used = wide * shrink + gap * Math.Max(0, slots.Count - 1);
        var x = (scene.Width - used) / 2 + Shift(slots, room - used);
        for (var slot = 0; slot < slots.Count; slot++)
        {
            var (index, number) = slots[slot];
            var width = heights[index] * shrink * WidthOf(index);
            // A small figure stands nearer to the viewer, so that no larger one hides it.
            var near = (1 - heights[index] / tallest) * 0.06f + (slot % 2 == 1 ? -0.03f : 0) +
                random.Between(-0.012f, 0.012f) + Nearness(subjects[index].Side);
            var y = FeetLine(index) + (slots.Count == 1 ? 0 : near * scene.Height);
            var height = Standing(index, y, heights[index] * shrink);
            add(index, number, Inside(x + width / 2, index, height), y, height);
            x += width + Gap(slots, slot, gap, width);
        }
    }

    // Figures that hug overlap. Figures hand in hand touch.
    private float Gap(List<(int Index, int Number)> slots, int slot, float usual, float width)
    {
        if (slot + 1 >= slots.Count)
        {
            return usual;
        }

        var (left, right) = (slots[slot].Index, slots[slot + 1].Index);
        var kind = Relations.Sides(subjects[left]).Where(relation => relation.Other == right)
            .Concat(Relations.Sides(subjects[right]).Where(relation => relation.Other == left))
            .Select(relation => relation.Kind).FirstOrDefault();

        return kind switch
        {
            Relation.Hugging => -0.24f * width,
            Relation.HoldingHands => -0.06f * width,
            Relation.Beside => Math.Min(usual, 0.06f),
            _ => usual,
        };
    }

    private void PlaceInRows(
        List<(int Index, int Number)> slots, Dictionary<int, float> heights, Action<int, int, float, float, float> add)
    {
        var rows = Math.Clamp((int)MathF.Round(MathF.Sqrt(slots.Count * 0.55f / scene.Width)), 2, 18);
        var columns = (slots.Count + rows - 1) / rows;
        var depth = Math.Min(0.3f + rows * 0.03f, 0.8f) * (scene.Height - scene.Horizon);
        for (var slot = 0; slot < slots.Count; slot++)
        {
            // Fills the rows column by column, so that the order from left to right stays.
            var (column, row) = Math.DivRem(slot, rows);
            var (index, number) = slots[slot];
            var far = (rows - 1f - row) / (rows - 1);
            var y = Math.Min(FeetLine(index) + depth * 0.32f - far * depth, scene.Height * 0.97f) +
                random.Between(-0.01f, 0.01f);
            var widest = scene.Width * 1.25f / columns / WidthOf(index);
            var height = Standing(index, y, Math.Min(heights[index] * (1.1f - far * 0.35f), widest));
            var share = (column + 0.5f + (row % 2 - 0.5f) * 0.4f) / columns;
            var x = scene.Width * (0.5f + (share - 0.5f) * 0.94f) + random.Bell() * 0.1f * scene.Width / columns;
            add(index, number, Inside(x, index, height), y, height);
        }
    }

    // A single subject stands in a third of the picture. A group stands off the middle when there is room.
    private float Shift(List<(int Index, int Number)> slots, float free)
    {
        var side = slots.Select(slot => subjects[slot.Index].Side)
            .FirstOrDefault(side => side is Side.Left or Side.Right);
        if (slots.Count == 1 && side != Side.None)
        {
            return side == Side.Left ? -free * 0.36f : free * 0.36f;
        }

        var third = slots.Count == 1 && subjects[slots[0].Index].Side == Side.Middle || scene.Badge ? 0
            : composition.Third * (scene.Place == Words.Place.Studio ? 0.3f : 1);

        var most = Math.Max(0, free * 0.4f);

        return Math.Clamp(third * scene.Width * 0.19f, -most, most);
    }

    private static float Nearness(Side side) => side switch
    {
        Side.Front or Side.Bottom => 0.06f,
        Side.Back or Side.Top => -0.06f,
        _ => 0,
    };

    // The edge of the picture must not cut off a head or a hat.
    private float Standing(int index, float y, float height)
    {
        var headroom = subjects[index].Relations.Any(relation => relation.Kind == Relation.Wearing) ? 1.25f : 1;
        height = Math.Min(height, (y - scene.Height * 0.05f) / headroom);

        return subjects.Any(above => Relations.PlaceOf(above) is { Kind: Relation.Above } relation &&
            relation.Other == index) ? height * 0.72f : height;
    }

    private float FeetLine(int index)
    {
        var subject = subjects[index];
        var below = scene.Height - scene.Horizon;
        var near = Math.Clamp((composition.Distance - 0.9f) * 0.3f, -0.08f, 0.1f);
        var line = scene.Place switch
        {
            Words.Place.Sea => 0.46f,
            Words.Place.Beach when IsOnWater(subject) && !LiesOnTheSeabed(subject.Noun) => 0.25f,
            Words.Place.Beach => 0.82f,
            Words.Place.Lake or Words.Place.River when IsOnWater(subject) => 0.42f,
            Words.Place.Lake => 0.86f,
            Words.Place.River => 0.84f,
            Words.Place.Wall => 0.55f,
            Words.Place.Room or Words.Place.Table or Words.Place.Stage => 0.66f,
            Words.Place.Studio => 0.5f,
            Words.Place.Underwater => 0.45f,
            _ => 0.7f,
        };

        // A backdrop stands farther away, so that there is room before it.
        var back = Relations.IsBackdrop(subjects, index) ? BackdropDistance : 0;

        return scene.Horizon + below * Math.Min(line + near, 0.9f) * (1 - back);
    }

    // The width of a subject, in its heights.
    private float WidthOf(int index) => Poses.WidthOf(
        subjects[index], Relations.IsInBed(scene, subjects[index]), shapeOf);

    private float Inside(float x, int index, float height)
    {
        var half = height * WidthOf(index) / 2 + Margin;

        return half * 2 >= scene.Width ? scene.Width / 2 : Math.Clamp(x, half, scene.Width - half);
    }
}

using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes.Arrangements;

/// <summary>Places for flying and floating figures.</summary>
internal sealed class FlyingSpots(
    Scene scene, Composition composition, IReadOnlyList<MeantSubject> subjects, SeededRandom random,
    Func<string, float> shapeOf)
{
    private float Margin => scene.Style == PaintStyle.Watercolour ? 0.1f : 0.03f;

    /// <summary>Gives each figure its place.</summary>
    /// <param name="flying">The indexes of the subjects.</param>
    /// <param name="heights">The height of each subject.</param>
    /// <param name="add">Takes the subject, the number of the figure, the position of its feet and its height.</param>
    public void Place(
        List<int> flying, Dictionary<int, float> heights, Action<int, int, float, float, float> add)
    {
        var slots = StandingOrder.Of(subjects, flying, mirrored: false).SelectMany(
            index => Enumerable.Range(0, subjects[index].Count), (index, number) => (Index: index, Number: number))
            .ToList();
        var free = scene.Place is Words.Place.Space or Words.Place.Sky or Words.Place.Abstract
            or Words.Place.Underwater or Words.Place.Studio;
        var top = scene.Height * 0.05f + Margin;
        var bottom = free ? scene.Height * 0.93f : Math.Max(scene.Horizon - scene.Height * 0.02f, top + 0.3f);
        var rows = slots.Count <= 1 ? 1 : slots.Count <= 4 ? 2 : Math.Clamp((int)MathF.Sqrt(slots.Count), 3, 16);
        for (var slot = 0; slot < slots.Count; slot++)
        {
            var (index, number) = slots[slot];
            var shape = shapeOf(subjects[index].Noun);
            var widest = slots.Count == 1 ? scene.Width * 0.6f : scene.Width * 0.9f / Math.Min(slots.Count, 4);
            var height = Math.Min(heights[index], widest / shape) * random.Between(0.92f, 1.08f);
            height = Math.Min(height, (bottom - top) * (rows > 3 ? 1.6f / rows : 0.85f));
            var share = slots.Count == 1 ? 0.5f + composition.Third * 0.2f : (slot + 0.5f) / slots.Count;
            var level = rows == 1 ? 0.5f - composition.HorizonShift * 3 + random.Between(-0.1f, 0.1f)
                : slot % rows / (rows - 1f) * 0.7f + random.Between(0.05f, 0.25f);
            var y = top + height + Math.Max(0, bottom - top - height) * Math.Clamp(level, 0, 1);
            var x = scene.Width * (0.5f + (share - 0.5f) * 0.88f) + random.Bell() * 0.03f;
            var half = height * shape / 2 + Margin;
            add(index, number, half * 2 >= scene.Width ? scene.Width / 2 : Math.Clamp(x, half, scene.Width - half), y,
                height);
        }
    }
}

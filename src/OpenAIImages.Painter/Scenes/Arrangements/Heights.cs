using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes.Arrangements;

/// <summary>The heights of subjects beside each other.</summary>
internal sealed class Heights(IReadOnlyList<MeantSubject> subjects, Func<string, float> shapeOf)
{
    private const float Smallest = 0.06f;

    /// <summary>Gives the height of a subject that is alone in a picture, in short edges.</summary>
    public float Alone(int index)
    {
        var shape = shapeOf(subjects[index].Noun);
        var size = ArtworkBook.Get(subjects[index].Noun).Size * subjects[index].Scale * 1.08f;

        return Math.Min(size / MathF.Sqrt(shape), size * 1.2f);
    }

    /// <summary>Gives the heights of a group, true to each other; the largest is as high as it is alone.</summary>
    public Dictionary<int, float> Of(IReadOnlyList<int> group, float factor)
    {
        if (group.Count == 0)
        {
            return [];
        }

        var tallest = group.MaxBy(Metres);
        var height = Alone(tallest) * factor;

        return group.ToDictionary(
            index => index, index => Math.Max(Smallest, height * Sizes.Ease(Metres(index) / Metres(tallest))));
    }

    /// <summary>Gives the height of a subject beside a figure that already has its place.</summary>
    public float Beside(int index, Figure other, int otherIndex)
        => Math.Max(Smallest / 2, other.Height * Sizes.Ease(Metres(index) / Metres(otherIndex)));

    private float Metres(int index) => Sizes.Seen(subjects[index].Noun) * subjects[index].Scale;
}

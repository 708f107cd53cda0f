using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Shows the pose of a figure: another drawing where there is one, else a tilt or a flatter shape.</summary>
internal static class Poses
{
    /// <summary>The height of a toy that lies, as a share of its height when it sits.</summary>
    public const float LyingToy = 0.62f;

    // The same for an animal whose drawing shows the whole body.
    private const float LyingAnimal = 0.74f;

    // A figure whose width is at least this share of its height does not lie on the back.
    private const float Slim = 0.85f;

    /// <summary>Gives a figure in its pose. Drawings look to the left unless they are flipped.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="pose">Its pose.</param>
    /// <param name="shapeOf">Gives the width of a drawing over its height.</param>
    public static Figure Show(Figure figure, Pose pose, Func<string, float> shapeOf)
    {
        var facts = ArtworkBook.FactsOf(figure.Drawing);
        if (facts.Poses.TryGetValue(pose.ToString().ToLowerInvariant(), out var drawing))
        {
            return InsteadOf(figure, drawing, pose);
        }

        if (pose is Pose.Sleeping or Pose.Lying && facts.Poses.TryGetValue("sitting", out var toy) &&
            ArtworkBook.FactsOf(toy.Name).Body == ToyBody.Plush)
        {
            // The sitting toy of an animal is a toy that can lie.
            figure = figure with { Drawing = toy.Name };
            facts = ArtworkBook.FactsOf(toy.Name);
        }

        var forward = figure.Flip ? 1 : -1;

        figure = figure with { Asleep = pose == Pose.Sleeping };

        return pose switch
        {
            Pose.Leaning => figure with { Tilt = -6 },
            Pose.Running => figure with { Tilt = 7 * forward },
            Pose.Dancing => figure with { Tilt = 9 * -forward },
            Pose.Jumping when figure.Airborne => figure with { Tilt = 10 * -forward },
            Pose.Jumping => figure with
            {
                Tilt = 10 * -forward,
                Airborne = true,
                Y = Math.Max(figure.Height, figure.Y - figure.Height * 0.3f),
            },
            Pose.Sleeping or Pose.Lying when facts.Body == ToyBody.Plush
                => figure with { Lies = true, Flatness = LyingToy },
            Pose.Sleeping or Pose.Lying when IsUpright(facts) && shapeOf(figure.Drawing) is < Slim and var shape
                => figure with { Lies = true, Height = figure.Height / shape, Flatness = shape * shape },
            Pose.Sleeping or Pose.Lying when facts.Body == ToyBody.None && facts.Head is not null && !IsUpright(facts)
                => figure with { Lies = true, Flatness = LyingAnimal },
            _ => figure,
        };
    }

    /// <summary>Gives the pose to draw: outside of a bed, a sleeper whose own drawing shows a bed lies.</summary>
    public static Pose Drawn(MeantSubject subject, bool inBed)
        => subject.Pose == Pose.Sleeping && !inBed && HasBed(subject.Noun) ? Pose.Lying : subject.Pose;

    /// <summary>Gives the width of a subject in its standing heights: on its back, it is as wide as high.</summary>
    public static float WidthOf(MeantSubject subject, bool inBed, Func<string, float> shapeOf)
    {
        var figure = new Figure(subject.Noun, 0, 0, 1);
        var posed = Show(figure, Drawn(subject, inBed), shapeOf);

        return LiesOnBack(posed) ? 1 : shapeOf(subject.Noun);
    }

    /// <summary>Says whether a thing is drawn in a bed when it sleeps.</summary>
    public static bool HasBed(string noun) => ArtworkBook.FactsOf(noun).Poses.ContainsKey("sleeping");

    /// <summary>Gives a figure as it looks in a season: trees change colour in autumn and are bare in winter.</summary>
    public static Figure Show(Figure figure, Season season)
        => figure.Colour is null &&
            ArtworkBook.FactsOf(figure.Drawing).Poses.TryGetValue(season.ToString().ToLowerInvariant(), out var drawing)
            ? figure with { Drawing = drawing.Name } : figure;

    /// <summary>Gives a figure as it looks from the front, when a drawing shows it so.</summary>
    public static Figure FromFront(Figure figure)
        => ArtworkBook.FactsOf(figure.Drawing).Poses.TryGetValue("front", out var drawing)
            ? figure with { Drawing = drawing.Name } : figure;

    private static Figure InsteadOf(Figure figure, PoseDrawing drawing, Pose pose) => figure with
    {
        Drawing = drawing.Name,
        Colour = figure.Colour ??
            (drawing.Colour is { } own ? Enum.Parse<ColourName>(own, ignoreCase: true) : null),
        Height = pose is Pose.Sleeping or Pose.Swimming ? figure.Height * 0.55f : figure.Height,
    };

    /// <summary>Says whether a figure lies on its back, with its head to the side that it looks to.</summary>
    public static bool LiesOnBack(Figure figure) => figure.Lies && IsUpright(ArtworkBook.FactsOf(figure.Drawing));

    private static bool IsUpright(ArtworkFacts facts) => facts.Hand is not null;
}

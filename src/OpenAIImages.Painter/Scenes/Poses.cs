using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Shows the pose of a figure: another drawing where there is one, else a tilt or a flatter shape.</summary>
internal static class Poses
{
    /// <summary>Gives a figure in its pose. Drawings look to the left unless they are flipped.</summary>
    public static Figure Show(Figure figure, Pose pose)
    {
        var facts = ArtworkBook.FactsOf(figure.Drawing);
        if (facts.Poses.TryGetValue(pose.ToString().ToLowerInvariant(), out var drawing))
        {
            return InsteadOf(figure, drawing, pose);
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
            Pose.Sleeping or Pose.Lying when facts.Body == ToyBody.None && facts.Head is not null && !IsUpright(facts)
                => figure with { Flatness = 0.78f },
            _ => figure,
        };
    }

    /// <summary>Says whether a subject is asleep, which a small sign above its head shows.</summary>
    public static bool Sleeps(MeantSubject subject)
        => subject.Pose == Pose.Sleeping && !HasBed(subject.Noun);

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

    private static bool IsUpright(ArtworkFacts facts) => facts.Hand is not null;
}

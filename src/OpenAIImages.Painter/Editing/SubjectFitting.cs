using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Scenes.Settings;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>Fits subjects into a rectangle of a scene.</summary>
internal static class SubjectFitting
{
    /// <summary>Arranges subjects as if they were alone in a picture, then moves them into the rectangle.</summary>
    /// <param name="subjects">The subjects.</param>
    /// <param name="scene">The scene that receives the subjects.</param>
    /// <param name="box">The rectangle, in short edges of the scene.</param>
    public static IReadOnlyList<Figure> Fit(IReadOnlyList<MeantSubject> subjects, Scene scene, SKRect box)
    {
        if (subjects.Count == 0)
        {
            return [];
        }

        var meaning = new Meaning { Subjects = subjects, Place = DrawnPlace.NameOf(PlaceFor(scene.Place)) };
        var own = SceneComposer.Compose(
            meaning, Math.Clamp(box.Width / box.Height, 0.4f, 2.5f), scene.Seed, ArtworkShape.AspectOf);
        var figures = own.Figures;
        var bounds = Bounds(figures[0]);
        foreach (var figure in figures)
        {
            bounds = SKRect.Union(bounds, Bounds(figure));
        }

        var scale = Math.Min(box.Width / bounds.Width, box.Height / bounds.Height) * 0.94f;
        var airborne = figures.All(figure => figure.Airborne);
        // A standing subject is near the lower edge, with room for its shadow. A flying one is in the middle.
        var bottom = airborne ? box.MidY + bounds.Height * scale / 2 : box.Bottom - box.Height * 0.04f;

        return [.. figures.Select(figure => figure with
        {
            X = box.MidX + (figure.X - bounds.MidX) * scale,
            Y = bottom + (figure.Y - bounds.Bottom) * scale,
            Height = figure.Height * scale,
            Depth = bottom + (figure.Y - bounds.Bottom) * scale + figure.Depth * 0.001f,
        })];
    }

    public static SKRect Bounds(Figure figure)
    {
        var half = figure.Height * ArtworkShape.AspectOf(figure.Drawing) / 2;

        return new SKRect(figure.X - half, figure.Y - figure.Height * figure.Flatness, figure.X + half, figure.Y);
    }

    private static Place PlaceFor(Place place) => place == Place.Anywhere ? Place.Meadow : place;
}

using OpenAIImages.Painter.Drawing;
using OpenAIImages.Painter.Drawing.Letters;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>Writes the words of an edit into the pixels of a picture.</summary>
internal static class EditLetters
{
    // The height of the part for a headline, as a share of the picture.
    private const float Headline = 0.42f;

    /// <summary>Writes the words: on the new figure that bears them, or on a surface of their own in an area.</summary>
    /// <param name="canvas">The canvas of the whole picture.</param>
    /// <param name="job">The edit.</param>
    /// <param name="scene">The scene of the whole picture.</param>
    /// <param name="figures">The new figures, in the lengths of that scene.</param>
    /// <param name="area">The part of the picture that the words may cover, in pixels.</param>
    public static void Write(SKCanvas canvas, EditJob job, Scene scene, IReadOnlyList<Figure> figures, SKRectI area)
    {
        var wanted = job.Wish.Wanted;
        if (wanted.Letterings.Count == 0 || area.IsEmpty)
        {
            return;
        }

        // The area is a picture of its own, so that boards and titles have their places in it.
        var edge = Math.Min(area.Width, area.Height);
        var scale = job.Edge / edge;
        var (left, top) = (area.Left / job.Edge, area.Top / job.Edge);
        var inside = scene with
        {
            Width = area.Width / (float)edge,
            Height = area.Height / (float)edge,
            Horizon = (scene.Horizon - top) * scale,
            Props = [],
            Figures = [.. figures.Select(figure => figure with
            {
                X = (figure.X - left) * scale,
                Y = (figure.Y - top) * scale,
                Height = figure.Height * scale,
            })],
            Writings = [.. wanted.Letterings.Select(one => WritingOf(one, wanted))],
        };
        canvas.Save();
        canvas.Translate(area.Left, area.Top);
        WritingPainter.Paint(new Easel(canvas, area.Width, area.Height, inside));
        canvas.Restore();
    }

    /// <summary>Gives the part of a picture that words may cover when no marks show their place.</summary>
    public static SKRectI RoomIn(Pixels pixels, Meaning wanted, int figures)
    {
        // A board stands on the ground, beside the new figures, and a banner finds its row. Other words are a headline:
        // the picture already has a subject, which must stay visible.
        var stands = figures > 0 || wanted.Letterings.Any(one
            => one.Surface is LetteringSurface.Sign or LetteringSurface.Board or LetteringSurface.Screen
                or LetteringSurface.Banner);

        return stands ? pixels.Box : new SKRectI(0, 0, pixels.Width, (int)(pixels.Height * Headline));
    }

    /// <summary>Gives the form in which a scene writes words.</summary>
    public static Writing WritingOf(Lettering lettering, Meaning meaning) => new(
        lettering.Text, lettering.Surface, lettering.Subject < 0 ? null : meaning.Subjects[lettering.Subject].Noun);

    /// <summary>Gives a remark on the letters that no font of the painter has; empty when it has all.</summary>
    public static string Missing(IEnumerable<string> texts)
    {
        var missing = LetterBook.Missing(string.Concat(texts));

        return missing.Count == 0 ? "" : "; letters not drawn: " + string.Concat(missing);
    }
}

using OpenAIImages.Painter.Drawing;
using OpenAIImages.Painter.Editing.Regions;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>Changes the pixels of a picture: all of them, or only the parts with marks.</summary>
internal static class OpenEdit
{
    private const string NothingRemoved = "; nothing removed: no mask says where it is";

    public static Picture Make(EditJob job, Region? marked)
    {
        var pixels = job.Pixels();
        var wish = job.Wish;
        if (wish.Removes && marked is { Share: > 0 })
        {
            HoleFiller.Fill(pixels, marked.Holes(), (uint)job.Seed);
        }

        var box = marked is { Share: > 0 } ? marked.Box : FreePlace.Find(pixels, marked is null ? 0.46f : 0.3f);
        var scene = SceneGuess.Of(pixels, box, job.Seed);
        var look = wish with { SaysStyle = false };
        PictureLook.Apply(pixels, look, scene);
        job.CancellationToken.ThrowIfCancellationRequested();
        scene = scene with
        {
            Time = wish.SaysTime ? wish.Wanted.Time : scene.Time,
            Place = wish.Wanted.Place == PlaceKeys.Snow ? Place.Snow : scene.Place,
        };
        var figures = SubjectFitting.Fit(wish.Wanted.Subjects, scene, job.InEdges(box));
        var lettersIn = marked is { Share: > 0 } ? marked.Box
            : EditLetters.RoomIn(pixels, wish.Wanted, figures.Count);
        var lettersLast = wish.SaysStyle && StyleLook.Of(wish.Wanted.Style).LettersLast;
        var taken = figures.Count > 0 ? box : SKRectI.Empty;
        pixels.DrawOver(canvas =>
        {
            var easel = new Easel(canvas, pixels.Width, pixels.Height, scene);
            foreach (var figure in figures.OrderBy(figure => figure.Depth))
            {
                FigurePainter.Paint(easel, figure);
            }

            if (!lettersLast)
            {
                EditLetters.Write(canvas, job, scene, figures, lettersIn);
            }

            if (job.Others.Count > 0)
            {
                CutOut.Draw(canvas, job.Others, BesideOf(taken, pixels));
            }
        });
        if (wish.SaysStyle)
        {
            PictureLook.Apply(
                pixels, new EditWish { SaysStyle = true, Wanted = new Meaning { Style = wish.Wanted.Style } }, scene);
        }

        if (lettersLast)
        {
            pixels.DrawOver(canvas => EditLetters.Write(canvas, job, scene, figures, lettersIn));
        }

        var bytes = Rendering.Encode(job.Request, pixels);

        // Among pixels, only a mask or marks can say where a thing is.
        return marked is null && (wish.Removes || wish.Unwanted.Count > 0)
            ? (job with { Wish = wish with { Removes = false, Unwanted = [] } }).Finish(bytes, NothingRemoved)
            : job.Finish(bytes);
    }

    // The other pictures stand at the bottom, on the side without a new subject.
    private static SKRect BesideOf(SKRectI taken, Pixels pixels)
    {
        var left = !taken.IsEmpty && taken.MidX > pixels.Width / 2 ? 0 : pixels.Width * 0.5f;

        return SKRect.Create(left, pixels.Height * 0.5f, pixels.Width * 0.5f, pixels.Height * 0.48f);
    }
}

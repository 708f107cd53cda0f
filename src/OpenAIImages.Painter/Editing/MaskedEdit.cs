using OpenAIImages.Painter.Drawing;
using OpenAIImages.Painter.Editing.Recipes;
using OpenAIImages.Painter.Editing.Regions;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Scenes.Settings;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>Changes a picture where a mask lets it, and nowhere else.</summary>
internal static class MaskedEdit
{
    // The average difference outside the mask, of 255. A larger one means that our picture was painted over.
    private const float StillOurs = 7;

    // A figure is removed when the mask covers this share of it.
    private const float Covered = 0.45f;

    public static Picture Make(EditJob job, Region region)
    {
        var pixels = job.Pixels();
        // This is the last use of the first picture, so its own array is changed.
        var straight = job.KeepsSize ? job.First.Straight : StraightAlpha.Of(pixels, job.First.Straight);
        if (region.Share > 0)
        {
            var inside = OwnScene(job, region, pixels) ?? Inside(job, region, pixels);
            job.CancellationToken.ThrowIfCancellationRequested();
            PutOthers(job, region, inside);
            pixels = inside;
        }

        var (frame, weights) = region.Weights();
        using (weights)
        {
            StraightAlpha.Blend(straight, pixels, frame, weights);
        }

        return job.Finish(Encode(job.Request, new Photo(job.Width, job.Height, straight)));
    }

    // The scene of our own picture is known, so it is painted anew without the figures that the mask covers.
    private static Pixels? OwnScene(EditJob job, Region region, Pixels before)
    {
        if (job.Recipe is not { } recipe ||
            job.First.FileSize.Width * job.Height != job.First.FileSize.Height * job.Width)
        {
            return null;
        }

        var meaning = OwnPicture.Read(recipe, PictureFormat.Png);
        var size = WorkingSize.For(job.Request, meaning.Style);
        var scene = OwnPicture.Compose(recipe, meaning, size);
        if (scene.Badge)
        {
            return null;
        }

        var kept = scene.Figures.Where(figure => region.Covers(Enlarged(SubjectFitting.Bounds(figure), job.Edge))
            < Covered).ToList();
        var wish = job.Wish;
        // A prompt can describe the whole picture. A figure that is still in it is not added again.
        var known = kept.Select(figure => figure.Drawing).ToHashSet(StringComparer.Ordinal);
        var wanted = wish.Wanted.Subjects.Where(subject => !known.Contains(subject.Noun)).ToList();
        var subjects = wanted.Count == 0 || wish.Wanted.Subjects.Any(subject => subject.Relation != Relation.None)
            ? wish.Wanted.Subjects : wanted;
        scene = scene with
        {
            Place = subjects.Count == 0 && wish.Wanted.Place is { } place ? DrawnPlace.Of(place) : scene.Place,
            Setting = subjects.Count == 0 ? wish.Wanted.Place ?? scene.Setting : scene.Setting,
            Time = wish.SaysTime && subjects.Count == 0 ? wish.Wanted.Time : scene.Time,
            Weather = wish.SaysWeather && subjects.Count == 0 ? wish.Wanted.Weather : scene.Weather,
        };
        var fresh = SubjectFitting.Fit(subjects, scene, job.InEdges(region.Box));
        scene = scene with { Figures = [.. kept.Concat(fresh).OrderBy(figure => figure.Depth)] };
        var after = Rendering.Draw(scene, size, job.CancellationToken).Resize(job.Width, job.Height);
        after.DrawOver(canvas => EditLetters.Write(canvas, job, scene, fresh, region.Box));

        return StraightAlpha.Difference(before, after, region) < StillOurs ? after : null;
    }

    private static Pixels Inside(EditJob job, Region region, Pixels pixels)
    {
        var wish = job.Wish;
        var guess = SceneGuess.Of(pixels, region.Box, job.Seed);
        if (wish.Wanted.Subjects.Count == 0 && !wish.Removes && job.Others.Count == 0)
        {
            if (wish.Wanted.Place is not null)
            {
                return Written(Background(job, guess), []);
            }

            if (wish.SaysTime || wish.SaysWeather || wish.SaysStyle)
            {
                PictureLook.Apply(pixels, wish, guess);

                return Written(pixels, []);
            }
        }

        HoleFiller.Fill(pixels, region.Holes(), (uint)job.Seed);
        job.CancellationToken.ThrowIfCancellationRequested();
        var figures = SubjectFitting.Fit(wish.Wanted.Subjects, guess, job.InEdges(region.Box));
        pixels.DrawOver(canvas =>
        {
            var easel = new Easel(canvas, pixels.Width, pixels.Height, guess);
            foreach (var figure in figures.OrderBy(figure => figure.Depth))
            {
                FigurePainter.Paint(easel, figure);
            }
        });

        return Written(pixels, figures);

        Pixels Written(Pixels painted, IReadOnlyList<Figure> bearers)
        {
            painted.DrawOver(canvas => EditLetters.Write(canvas, job, guess, bearers, region.Box));

            return painted;
        }
    }

    private static Pixels Background(EditJob job, Scene guess)
    {
        // The words are written later, inside the mask.
        var wish = job.Wish.Wanted with { Letterings = [] };
        var size = WorkingSize.For(job.Request, wish.Style);
        var time = job.Wish.SaysTime ? wish.Time : guess.Time;
        var scene = OwnPicture.Compose(
            new Recipe([job.Request.Prompt], job.Request.Variant, false), wish with { Time = time }, size);

        return Rendering.Draw(scene, size, job.CancellationToken).Resize(job.Width, job.Height);
    }

    private static void PutOthers(EditJob job, Region region, Pixels pixels)
    {
        if (job.Others.Count == 0)
        {
            return;
        }

        SKRect box = region.Box;
        var alone = job.Wish.Wanted.Subjects.Count == 0;
        var area = alone ? box : new SKRect(box.Left + box.Width * 0.55f, box.Top + box.Height * 0.4f, box.Right,
            box.Bottom);
        pixels.DrawOver(canvas => CutOut.Draw(canvas, job.Others, area));
    }

    private static SKRect Enlarged(SKRect bounds, float edge)
        => new(bounds.Left * edge, bounds.Top * edge, bounds.Right * edge, bounds.Bottom * edge);

    private static byte[] Encode(PictureRequest request, Photo photo)
    {
        if (request.Format is PictureFormat.Jpeg or PictureFormat.Gif or PictureFormat.Svg)
        {
            return Rendering.Encode(request, photo.Cover(photo.Width, photo.Height));
        }

        using var image = photo.ToImage();

        return PictureEncoder.Encode(image, request.Format, request.Quality);
    }
}

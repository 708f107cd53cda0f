using System.Text.RegularExpressions;
using OpenAIImages.Painter.Editing.Recipes;
using OpenAIImages.Painter.Editing.Regions;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Tokens;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>Chooses the way to edit a picture.</summary>
internal static class PictureEditor
{
    // A mask that protects only a rim asks for a new picture rather than for a filled hole.
    private const float AlmostAll = 0.97f;

    // These words before a noun say that the noun means a given picture.
    private const string Given = @"(?:\b(?:the|this|that|these|those|my)\s+(?:\w+\s+){0,2}|(?:把|将|这)[^，。,]{0,4})";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static Picture Edit(PictureEdit edit, CancellationToken cancellationToken)
    {
        var request = edit.Request;
        var size = new SKSizeI(request.Width, request.Height);
        // The first picture fills the result. Each further one takes at most half of an edge.
        var half = new SKSizeI((size.Width + 1) / 2, (size.Height + 1) / 2);
        var photos = edit.Sources.Select((file, index)
            => PictureDecoder.Decode(file, $"source {index + 1}", index == 0 ? size : half)).ToList();
        var mask = Read(edit.Mask, "the mask", photos[0], size);
        var marks = Read(edit.Markup, "the markup", photos[0], size);
        cancellationToken.ThrowIfCancellationRequested();
        var wish = EditReader.Read(request.Prompt);
        var job = new EditJob(
            request, photos.Count > 1 ? WithoutGiven(wish, request.Prompt) : wish, photos[0],
            Recipe.Of(edit.Sources[0]), photos[1..], cancellationToken);
        var region = mask is not null ? Region.OfMask(mask, request.Width, request.Height) : null;
        if (region is { Share: < AlmostAll })
        {
            return MaskedEdit.Make(job, region);
        }

        if (job.Recipe is { } recipe && photos.Count == 1 && marks is null)
        {
            return OwnPicture.Paint(
                recipe with { Words = [.. recipe.Words, request.Prompt] }, request, cancellationToken);
        }

        return OpenEdit.Make(job, marks is null ? null : Region.OfMarks(marks, request.Width, request.Height));
    }

    // "Put the cat on the sofa", with a picture of a cat: that picture shows the cat, so the painter draws none.
    private static EditWish WithoutGiven(EditWish wish, string prompt)
    {
        // The words of subjects are folded, so a traditional character of the prompt must be, too.
        var words = FoldedText.Of(prompt).Text;
        var drawn = wish.Wanted.Subjects.Where(subject => !Regex.IsMatch(
            words, Given + Regex.Escape(subject.Word), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            Patience)).ToList();

        return drawn.Count == wish.Wanted.Subjects.Count ? wish : wish with
        {
            Wanted = wish.Wanted with
            {
                Subjects = [.. drawn.Select(subject => subject with { Relations = [] })],
                // The words on a thing that a further picture shows keep their surface. No figure bears them.
                Letterings = [.. wish.Wanted.Letterings.Select(one => one with
                {
                    Subject = one.Subject < 0 ? -1 : drawn.IndexOf(wish.Wanted.Subjects[one.Subject]),
                })],
            },
        };
    }

    private static Overlay? Read(ReadOnlyMemory<byte>? file, string name, Photo first, SKSizeI needed)
    {
        if (file is not { } bytes)
        {
            return null;
        }

        var overlay = PictureDecoder.DecodeOverlay(bytes, name, needed);
        var (own, others) = (overlay.FileSize, first.FileSize);
        if (own != others)
        {
            throw new FormatException(
                $"Cannot use {name}: it has {own.Width}x{own.Height} pixels, the picture " +
                $"{others.Width}x{others.Height}.");
        }

        return overlay;
    }
}

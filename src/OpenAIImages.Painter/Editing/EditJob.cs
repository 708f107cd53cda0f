using OpenAIImages.Painter.Editing.Recipes;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>The input of every way to edit a picture.</summary>
/// <param name="Request">The request.</param>
/// <param name="Wish">The changes that the words of the request ask for.</param>
/// <param name="First">The picture to change.</param>
/// <param name="Recipe">The recipe of that picture; null when it has none.</param>
/// <param name="Others">The pictures to put into the first one.</param>
/// <param name="CancellationToken">Stops the work between two of its stages.</param>
internal sealed record EditJob(
    PictureRequest Request, EditWish Wish, Photo First, Recipe? Recipe, IReadOnlyList<Photo> Others,
    CancellationToken CancellationToken)
{
    public int Width => Request.Width;

    public int Height => Request.Height;

    public ulong Seed => SeededRandom.SeedOf(Request.Prompt) + (ulong)Request.Variant * 0x9E3779B97F4A7C15UL;

    /// <summary>Gets the short edge in pixels, the unit of length of scenes.</summary>
    public float Edge => Math.Min(Width, Height);

    /// <summary>Gets a value indicating whether the first picture already has the requested size.</summary>
    public bool KeepsSize => First.Width == Width && First.Height == Height;

    public Pixels Pixels() => First.Cover(Width, Height);

    public SKRect InEdges(SKRect box)
        => new(box.Left / Edge, box.Top / Edge, box.Right / Edge, box.Bottom / Edge);

    /// <summary>Gives the finished picture.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="remark">A further remark for people.</param>
    public Picture Finish(byte[] bytes, string remark = "") => new(
        bytes, Request.Format, Width, Height, MeaningText.Describe(Wish, Others.Count) +
            EditLetters.Missing(Wish.Wanted.Letterings.Select(one => one.Text)) + remark);
}

using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>Makes all pictures of a job, for replies that are not streams.</summary>
/// <remarks><b>Fails</b> with <see cref="ApiException"/> when a fault refuses the prompt or a picture for its content.
/// </remarks>
internal sealed class JobPainter(ImageEmulatorOptions options, PictureStudio studio, PictureLedger ledger)
{
    public async Task<IReadOnlyList<Picture>> PaintAsync(ImageJob job, CancellationToken cancellationToken)
    {
        Moderation.CheckPrompt(job);
        await Task.Delay(options.Latency, options.TimeProvider, cancellationToken).ConfigureAwait(false);

        var pictures = new List<Picture>(job.Count);
        await foreach (var picture in studio
            .PaintAsync(job.Make, job.Count, job.IsLarge, cancellationToken).ConfigureAwait(false))
        {
            pictures.Add(picture);
        }

        Moderation.CheckPictures(job);
        foreach (var picture in pictures)
        {
            ledger.Add(picture, job.Model.Name);
        }

        return pictures;
    }
}

using Microsoft.AspNetCore.Http;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Replies;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Carries out a job as a stream: sends each picture first unfinished, then finished.</summary>
internal sealed class ImageStreamer(
    ImageEmulatorOptions options, PictureStudio studio, PictureLedger ledger, FaultReporter faults)
{
    public async Task RunAsync(HttpContext context, ImageJob job)
    {
        var stream = new EventStream(context);
        await stream.BeginAsync().ConfigureAwait(false);
        try
        {
            await Task.Delay(options.Latency, options.TimeProvider, context.RequestAborted).ConfigureAwait(false);
            await SendPicturesAsync(stream, job, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not CutReplyException && !context.RequestAborted.IsCancellationRequested)
        {
            // The status was already sent, so the last event must report the error.
            using var json = new PictureJson();
            ImageEvents.WriteError(json.Writer, faults.Describe(context, e));
            await stream.SendAsync(ImageEvents.Error, json).ConfigureAwait(false);
        }

        if (options.SendDone)
        {
            await stream.SendDoneAsync().ConfigureAwait(false);
        }
    }

    private async Task SendPicturesAsync(EventStream stream, ImageJob job, CancellationToken cancellationToken)
    {
        var isFirst = true;
        await foreach (var picture in studio
            .PaintAsync(job.Make, job.Count, job.IsLarge, cancellationToken).ConfigureAwait(false))
        {
            if (!isFirst)
            {
                await PauseAsync(cancellationToken).ConfigureAwait(false);
            }

            await SendPartialsAsync(stream, job, picture, cancellationToken).ConfigureAwait(false);
            Moderation.CheckPictures(job);
            ledger.Add(picture, job.Model.Name);
            using var json = NewJson(job);
            ImageEvents.WriteCompleted(json, job, picture, options.TimeProvider.GetUtcNow(), isFirst);
            await stream.SendAsync(ImageEvents.Completed(job), json).ConfigureAwait(false);
            isFirst = false;
        }
    }

    private async Task SendPartialsAsync(
        EventStream stream, ImageJob job, Picture picture, CancellationToken cancellationToken)
    {
        for (var index = 0; index < job.PartialImages; index++)
        {
            FailAfterPartials(job, index);
            var progress = (index + 1.0) / (job.PartialImages + 1);
            var partial = await studio.PreviewAsync(picture, progress, cancellationToken).ConfigureAwait(false);
            using var json = NewJson(job);
            ImageEvents.WritePartial(json, job, partial, options.TimeProvider.GetUtcNow(), index);
            await stream.SendAsync(ImageEvents.Partial(job), json).ConfigureAwait(false);
            await PauseAsync(cancellationToken).ConfigureAwait(false);
        }

        FailAfterPartials(job, index: int.MaxValue);
    }

    private static PictureJson NewJson(ImageJob job)
        => new() { BreaksPictures = job.Fault is { BreaksBase64: true } };

    private static void FailAfterPartials(ImageJob job, int index)
    {
        if (job.Fault is { ErrorAfterPartials: { } partials } fault && index >= partials)
        {
            throw new ApiException(
                ApiError.Of(fault, fault.Status ?? StatusCodes.Status500InternalServerError));
        }
    }

    private Task PauseAsync(CancellationToken cancellationToken)
        => Task.Delay(options.EventDelay, options.TimeProvider, cancellationToken);
}

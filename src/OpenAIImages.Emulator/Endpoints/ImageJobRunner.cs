using Microsoft.AspNetCore.Http;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Replies;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Carries out a job of any operation and answers the request.</summary>
internal sealed class ImageJobRunner(
    ImageEmulatorOptions options, JobPainter painter, LinkStore links, RateLimits limits, FaultInjector faults,
    ImageStreamer streamer)
{
    public Task RunAsync(HttpContext context, ImageJob job)
    {
        limits.TakeImages(context, job.Model.Name, job.Count);
        job = job with
        {
            ReportsFilters = AzureSurface.IsDeployment(context),
            LongestEdge = options.MaxPictureEdge,
            Fault = FaultInjector.Current(context) ?? PromptWords.Find(job.Prompt, job.Streams),
        };

        return job.Fault is null || job.Fault == FaultInjector.Current(context)
            ? AnswerAsync(context, job)
            : faults.StrikeAsync(context, job.Fault, () => AnswerAsync(context, job));
    }

    private async Task AnswerAsync(HttpContext context, ImageJob job)
    {
        if (job.Streams)
        {
            Moderation.CheckPrompt(job);
            await streamer.RunAsync(context, job).ConfigureAwait(false);

            return;
        }

        var pictures = await painter.PaintAsync(job, context.RequestAborted).ConfigureAwait(false);
        await ReplyAsync(context, job, pictures).ConfigureAwait(false);
    }

    private async Task ReplyAsync(HttpContext context, ImageJob job, IReadOnlyList<Picture> pictures)
    {
        using var json = new PictureJson { BreaksPictures = job.Fault is { BreaksBase64: true } };
        ImageReply.Write(json, job, pictures, options.TimeProvider.GetUtcNow(), Link);
        context.Response.Headers["x-emulator-understood"] = HeaderText.Encode(pictures[0].Understood);
        await JsonReply.SendAsync(context, json).ConfigureAwait(false);

        string Link(Picture picture) => LinkAddresses.Write(
            LinksEndpoint.Root(context.Request, options.PublicAddress), links.Add(picture));
    }
}

using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.Options;
using OpenAIImages;

namespace PictureWorkers;

/// <summary>The job: one picture of one prompt, in a file that has the name of the job.</summary>
internal sealed class DrawJob(IImageClient client, IOptions<WorkerOptions> options)
{
    /// <summary>Draws the picture, unless it is there.</summary>
    /// <remarks>The engine does a failed job again later. That is right where nothing can have been billed, and there
    /// alone.</remarks>
    [AutomaticRetry(Attempts = 5, ExceptOn = [typeof(PossiblyBilledException)])]
    public async Task DrawAsync(string prompt, PerformContext job, CancellationToken cancellationToken)
    {
        var path = PathOf(options.Value, job.BackgroundJob.Id);
        if (HasPicture(path))
        {
            return;
        }

        var request = new GenerateImageRequest(prompt)
        {
            Size = ImageSize.Square,
            Quality = ImageQuality.Low,
        };
        SentMark.Expect(request, job);
        try
        {
            // A file that is there all the same is empty: a worker died before it could fill it.
            var destination = ImageDestination.File(path, ExistingFile.Replace);
            await client.GenerateAsync(request, destination, cancellationToken);
        }
        catch (ImageClientException e) when (e.MayHaveBeenBilled)
        {
            throw new PossiblyBilledException(e.Message, e);
        }
        catch (ImageCallCanceledException e)
        {
            throw new PossiblyBilledException("The worker was stopped while the call was under way.", e);
        }
        catch (Exception)
        {
            // Nothing was billed. Should this worker die while the next attempt waits for its turn, the job may run.
            SentMark.Remove(job);
            throw;
        }
    }

    public static string PathOf(WorkerOptions options, string jobId) => Path.Combine(options.Folder, $"{jobId}.png");

    /// <summary>Gets whether a picture is there. It is there whole or not at all.</summary>
    public static bool HasPicture(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };
}

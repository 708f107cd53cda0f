using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.Options;
using OpenAIImages;

namespace PictureWorkers;

/// <summary>The job: one picture of one prompt, in a file with the id of the job as its name.</summary>
internal sealed class DrawJob(IImageClient client, IOptions<WorkerOptions> options)
{
    /// <summary>Draws the picture, unless it already exists.</summary>
    /// <remarks>The engine repeats a failed job later. That is right only when the failed attempt cannot have been
    /// billed.</remarks>
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
            // An existing file is empty here: a worker died before it could fill it.
            var destination = ImageDestination.File(path, ExistingFile.Replace);
            await client.GenerateAsync(request, destination, cancellationToken);
        }
        catch (ImageClientException e) when (e.MayHaveBeenBilled)
        {
            throw new PossiblyBilledException(e.Message, e);
        }
        catch (ImageCallCanceledException e)
        {
            throw new PossiblyBilledException("The worker was stopped during the call.", e);
        }
        catch (Exception)
        {
            // Nothing was billed. If this worker dies while the next attempt waits for its turn, the job may run again.
            SentMark.Remove(job);
            throw;
        }
    }

    public static string PathOf(WorkerOptions options, string jobId) => Path.Combine(options.Folder, $"{jobId}.png");

    /// <summary>Gets whether a picture exists; an existing picture is always whole.</summary>
    public static bool HasPicture(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };
}

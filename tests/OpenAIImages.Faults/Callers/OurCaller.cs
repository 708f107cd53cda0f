using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Callers;

/// <summary>Calls with the client of this repository.</summary>
internal sealed class OurCaller : ICaller
{
    private const int UploadLength = 150_000;

    public async Task<CallOutcome> CallAsync(CallSite site, CancellationToken cancellationToken)
    {
        using var client = new OurClient(site);
        try
        {
            return await CallAsync(client, site, cancellationToken);
        }
        catch (Exception e)
        {
            site.Emissions.Add(e);

            return Outcome(EndOf(e, cancellationToken), ReceivedBy(e)) with { Error = e };
        }
    }

    private static CallOutcome Outcome(Ends end, IEnumerable<ImageOutput> images)
    {
        var whole = images.Where(image => image.Length > 0).ToArray();

        return new CallOutcome(end)
        {
            Pictures = [.. whole.Select(Bytes)],
            Saved = whole.Count(image => image.SavedPath is not null),
        };
    }

    private static IEnumerable<ImageOutput> ReceivedBy(Exception e) => e switch
    {
        ImageClientException failure => failure.Received,
        ImageCallCanceledException canceled => canceled.Received,
        _ => [],
    };

    private static async Task<CallOutcome> CallAsync(
        OurClient client, CallSite site, CancellationToken cancellationToken)
    {
        var script = site.Script;
        if (script.IsStream)
        {
            return await StreamAsync(client.Images, site, cancellationToken);
        }

        var images = client.Images;
        var call = script.Operation switch
        {
            Operation.Edit or Operation.EditOnce => images.EditAsync(Edit(site), cancellationToken),
            Operation.GenerateToFiles or Operation.LinksToFiles
                => images.GenerateAsync(Generate(site), To(site), cancellationToken),
            _ => images.GenerateAsync(Generate(site), cancellationToken),
        };
        var result = await call;
        site.Emissions.Add(result);
        foreach (var image in result.Images)
        {
            site.Emissions.Add(image);
        }

        if (script.Operation == Operation.Download)
        {
            return await DownloadAsync(client, result.Images[0], site, cancellationToken);
        }

        return Outcome(EndOf(result.Images), result.Images);
    }

    private static async Task<CallOutcome> StreamAsync(
        IImageClient client, CallSite site, CancellationToken cancellationToken)
    {
        var events = site.Script.Operation switch
        {
            Operation.EditStream => client.EditStreamingAsync(Edit(site), cancellationToken),
            Operation.StreamToFiles => client.GenerateStreamingAsync(Generate(site), To(site), cancellationToken),
            _ => client.GenerateStreamingAsync(Generate(site), cancellationToken),
        };
        var images = new List<ImageOutput>();
        await foreach (var next in events)
        {
            site.Emissions.Add(next);
            if (next is CompletedImageEvent completed)
            {
                images.Add(completed.Image);
            }

            if (site.Script.LeavesEarly)
            {
                return new CallOutcome(Ends.Right) { HasLeft = true };
            }
        }

        return Outcome(EndOf(images), images);
    }

    private static async Task<CallOutcome> DownloadAsync(
        OurClient client, ImageOutput image, CallSite site, CancellationToken cancellationToken)
    {
        try
        {
            var saved = await client.Images.DownloadAsync(
                image, ImageDestination.File(Path.Combine(site.Directory, "download")), null, cancellationToken);
            site.Emissions.Add(saved);

            return Outcome(Ends.Right, [saved]);
        }
        catch (Exception e)
        {
            site.Emissions.Add(e);

            return new CallOutcome(EndOf(e, cancellationToken)) { Error = e, WasDownloading = true };
        }
    }

    private static GenerateImageRequest Generate(CallSite site)
    {
        var request = new GenerateImageRequest(site.Script.Order.Prompt)
        {
            Model = ImageModel.GptImage2,
            Count = site.Script.Order.Count,
            PartialImages = site.Script.IsStream ? 1 : null,
        };
        site.Emissions.Add(request);

        return request;
    }

    private static EditImageRequest Edit(CallSite site)
    {
        var bytes = Upload(site.Script);
        var input = site.Script.Operation == Operation.EditOnce
            ? ImageInput.FromStream(new OneWayStream(bytes), "upload.png")
            : ImageInput.FromBytes(bytes, "upload.png");
        var request = new EditImageRequest(site.Script.Order.Prompt, input)
        {
            Model = ImageModel.GptImage2,
            Count = site.Script.Order.Count,
        };
        site.Emissions.Add(request);
        site.Emissions.Add(input);

        return request;
    }

    /// <summary>Gets the picture that a script sends.</summary>
    public static byte[] Upload(FaultScript script) => Picture.Make(script.Seed, place: -1, UploadLength);

    private static ImageDestination To(CallSite site) => ImageDestination.Directory(site.Directory);

    private static byte[] Bytes(ImageOutput image)
        => image.SavedPath is { } path ? File.ReadAllBytes(path) : image.Bytes.ToArray();

    private static Ends EndOf(IReadOnlyList<ImageOutput> images)
        => images.Any(image => image.IsWithheld) ? Ends.Withheld
            : images.Any(image => image.Length == 0) ? Ends.LinkKept
            : Ends.Right;

    private static Ends EndOf(Exception e, CancellationToken cancellationToken) => e switch
    {
        ImageApiException or ImageLinkExpiredException => Ends.Refused,
        ImageTransportException => Ends.Transport,
        ImageDecodeException => Ends.Decode,
        OperationCanceledException cancelled when cancelled.CancellationToken == cancellationToken
            && cancellationToken.IsCancellationRequested => Ends.Cancelled,
        _ => Ends.None,
    };
}

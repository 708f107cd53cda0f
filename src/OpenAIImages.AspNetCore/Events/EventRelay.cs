using Microsoft.AspNetCore.Http;
using OpenAIImages.AspNetCore.Problems;

namespace OpenAIImages.AspNetCore.Events;

/// <summary>Forwards the events of one call to the browser.</summary>
/// <param name="context">The request.</param>
/// <param name="writer">Writes the answer, which has begun.</param>
/// <param name="client">Downloads images that come as links.</param>
/// <param name="keepAlive">The time without an event after which a comment is sent.</param>
/// <param name="time">The clock.</param>
internal sealed class EventRelay(
    HttpContext context, EventWriter writer, IImageClient client, TimeSpan keepAlive, TimeProvider time)
{
    private readonly UsageSum _usage = new();
    private int _images;

    /// <summary>Makes the call, and sends each event as soon as it arrives, and ends with <c>done</c> or
    /// <c>problem</c>.</summary>
    public async Task RunAsync(
        Func<CancellationToken, IAsyncEnumerable<ImageStreamEvent>> make, CancellationToken stopped)
    {
        var problem = await TryRelayAsync(make, stopped).ConfigureAwait(false);
        if (problem is null)
        {
            await writer.WriteAsync("done", EventData.Done(_images, _usage.Total), stopped).ConfigureAwait(false);

            return;
        }

        Log.Failed(context, problem.StatusCode, problem.Exception);
        await writer.WriteAsync("problem", problem.ProblemDetails.ToJson(), stopped).ConfigureAwait(false);
    }

    private async Task<ImageProblemHttpResult?> TryRelayAsync(
        Func<CancellationToken, IAsyncEnumerable<ImageStreamEvent>> make, CancellationToken stopped)
    {
        try
        {
            await RelayAsync(make, stopped).ConfigureAwait(false);

            return null;
        }
        catch (ImageClientException e) when (!stopped.IsCancellationRequested)
        {
            return new(e);
        }
        catch (ImageCallCanceledException e) when (!stopped.IsCancellationRequested)
        {
            return new(e);
        }
    }

    private async Task RelayAsync(
        Func<CancellationToken, IAsyncEnumerable<ImageStreamEvent>> make, CancellationToken stopped)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        var events = make(leaving.Token).GetAsyncEnumerator(leaving.Token);
        await using (events.ConfigureAwait(false))
        {
            while (await NextAsync(events, leaving).ConfigureAwait(false))
            {
                await PassOnAsync(events.Current, stopped).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<ImageStreamEvent> events, CancellationTokenSource leaving)
    {
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                try
                {
                    return await next.WaitAsync(keepAlive, time, leaving.Token).ConfigureAwait(false);
                }
                catch (TimeoutException) when (!next.IsCompleted)
                {
                    await writer.KeepAliveAsync(leaving.Token).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            // An enumerator must not be disposed of while it waits for the next event.
            if (!next.IsCompleted)
            {
                await leaving.CancelAsync().ConfigureAwait(false);
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task PassOnAsync(ImageStreamEvent found, CancellationToken stopped)
    {
        switch (found)
        {
            case PartialImageEvent partial:
                var preview = await FetchAsync(partial.Image, stopped).ConfigureAwait(false);
                await SendImageAsync("preview", EventData.Preview(partial, preview), preview, stopped)
                    .ConfigureAwait(false);
                break;
            case CompletedImageEvent { Image.IsWithheld: true } withheld:
                _usage.Add(withheld.Usage);
                await writer.WriteAsync("image", EventData.Withheld(withheld), stopped).ConfigureAwait(false);
                break;
            case CompletedImageEvent completed:
                _usage.Add(completed.Usage);
                var image = await FetchAsync(completed.Image, stopped).ConfigureAwait(false);
                await SendImageAsync("image", EventData.Image(completed, image), image, stopped).ConfigureAwait(false);
                _images++;
                break;
        }
    }

    private Task SendImageAsync(string name, ReadOnlyMemory<byte> json, ImageOutput image, CancellationToken stopped)
        => writer.WriteAsync(name, json, image.Bytes, image.MediaType, stopped);

    private async Task<ImageOutput> FetchAsync(ImageOutput image, CancellationToken stopped)
    {
        if (!image.Bytes.IsEmpty)
        {
            return image;
        }

        using var bytes = new MemoryStream();
        await client
            .DownloadAsync(image, ImageDestination.Stream(bytes), cancellationToken: stopped)
            .ConfigureAwait(false);

        return ImageOutput.FromBytes(bytes.ToArray());
    }
}

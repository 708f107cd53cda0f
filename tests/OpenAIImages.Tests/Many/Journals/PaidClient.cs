using System.Collections.Concurrent;

namespace OpenAIImages.Tests.Many.Journals;

/// <summary>A client that records the calls it sells, and writes an image of some bytes to the destination.</summary>
internal sealed class PaidClient : DelegatingImageClient
{
    /// <summary>Gets the prompts of the calls, in the order in which they were sent.</summary>
    public ConcurrentQueue<string> Bought { get; } = [];

    /// <summary>Gets the action of a call before its answer.</summary>
    public Func<PromptedImageRequest, Task> Before { get; init; } = _ => Task.CompletedTask;

    public override Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => BuyAsync(request, destination, cancellationToken);

    public override Task<ImageResult> EditAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => BuyAsync(request, destination, cancellationToken);

    private async Task<ImageResult> BuyAsync(
        PromptedImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
    {
        Bought.Enqueue(request.Prompt);
        await Before(request);
        var images = new List<ImageOutput>();
        for (var i = 0; i < (request.Count ?? 1); i++)
        {
            images.Add(await destination!.WriteAsync(new byte[] { 1, 2, 3 }, i, cancellationToken));
        }

        return new ImageResult(images)
        {
            RequestId = $"req_{request.Prompt}",
            Usage = new()
            {
                InputDetails = new() { TextTokens = 10, ImageTokens = 0 },
                OutputDetails = new() { ImageTokens = 1_000, TextTokens = 0 },
            },
        };
    }
}

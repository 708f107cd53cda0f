using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Tests.Support;

/// <summary>Keeps the requests, and answers as the test says.</summary>
internal sealed class RecordingClient : DelegatingImageClient
{
    public List<PromptedImageRequest> Requests { get; } = [];

    public ImageResult Result { get; init; } = new([ImageOutput.FromBytes(Pictures.Png)]);

    public Func<CancellationToken, Task<ImageResult>>? Answer { get; init; }

    public Func<ImageOutput, ImageDestination, Task<ImageOutput>>? Download { get; init; }

    /// <summary>Gets the only request as JSON, with the names of the wire.</summary>
    public JsonNode Sent => JsonSerializer.SerializeToNode<ImageRequest>(Requests.Single())!;

    public T Only<T>()
        where T : PromptedImageRequest
        => Assert.IsType<T>(Assert.Single(Requests));

    public Task<ImageGenerationResponse> GenerateAsync(
        ImageGenerationOptions? options, params AIContent[] originals)
        => this.AsImageGenerator().GenerateAsync(
            new("a cat", originals), options, TestContext.Current.CancellationToken);

    public override Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => AnswerAsync(request, cancellationToken);

    public override Task<ImageResult> EditAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => AnswerAsync(request, cancellationToken);

    public override Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
        => Download!(image, destination);

    private Task<ImageResult> AnswerAsync(PromptedImageRequest request, CancellationToken cancellationToken)
    {
        lock (Requests)
        {
            Requests.Add(request);
        }

        return Answer?.Invoke(cancellationToken) ?? Task.FromResult(Result);
    }
}

namespace OpenAIImages.Tests.Support;

/// <summary>A fake that keeps the arguments of the last call to any of its six members.</summary>
internal sealed class RecordingClient : IImageClient
{
    public string? Operation { get; private set; }

    public ImageRequest? Request { get; private set; }

    public ImageDestination? Destination { get; private set; }

    public CancellationToken Token { get; private set; }

    public string? Prompt => (Request as PromptedImageRequest)?.Prompt;

    public Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Task.FromResult(Note("Generate", request, destination, cancellationToken));

    public Task<ImageResult> EditAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Task.FromResult(Note("Edit", request, destination, cancellationToken));

    public Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Task.FromResult(Note("CreateVariation", request, destination, cancellationToken));

    public IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
    {
        Note("GenerateStreaming", request, destination, cancellationToken);

        return AsyncEnumerable.Empty<ImageStreamEvent>();
    }

    public IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
    {
        Note("EditStreaming", request, destination, cancellationToken);

        return AsyncEnumerable.Empty<ImageStreamEvent>();
    }

    public Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        (Operation, Request, Destination, Token) = ("Download", null, destination, cancellationToken);

        return Task.FromResult(image);
    }

    private ImageResult Note(
        string operation, ImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
    {
        (Operation, Request, Destination, Token) = (operation, request, destination, cancellationToken);

        return new ImageResult([]);
    }
}

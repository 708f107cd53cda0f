namespace OpenAIImages.Tests.Snippets;

/// <summary>A fake of a user; its calls throw the exception of a test.</summary>
internal sealed class FailingClient(Exception failure) : DelegatingImageClient
{
    public override Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Task.FromException<ImageResult>(failure);
}

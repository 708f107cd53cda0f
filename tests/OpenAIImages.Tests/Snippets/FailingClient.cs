namespace OpenAIImages.Tests.Snippets;

/// <summary>A user's fake whose calls fail as a test says.</summary>
internal sealed class FailingClient(Exception failure) : DelegatingImageClient
{
    public override Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Task.FromException<ImageResult>(failure);
}

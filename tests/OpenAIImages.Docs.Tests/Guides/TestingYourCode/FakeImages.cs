using OpenAIImages;

namespace Docs.Guides.TestingYourCode;

public sealed class FakeImages(Func<GenerateImageRequest, ImageResult> answer) : DelegatingImageClient
{
    public override Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Task.FromResult(answer(request));
}

using System.Runtime.CompilerServices;
using OpenAIImages;

namespace Docs.Guides.TestingYourCode;

public sealed class FakePreviews : DelegatingImageClient
{
    public override async IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new PartialImageEvent(ImageOutput.FromBytes(new byte[3]));
        await Task.Yield();
        yield return new CompletedImageEvent(ImageOutput.FromBytes(new byte[9]));
    }
}

namespace OpenAIImages.AspNetCore.Tests.Support;

/// <summary>An image client whose answers the test sets.</summary>
internal sealed class FakeClient : DelegatingImageClient
{
    public Func<ImageDestination, CancellationToken, Task<ImageResult>>? Make { get; init; }

    public Func<CancellationToken, IAsyncEnumerable<ImageStreamEvent>>? Stream { get; init; }

    public Func<ImageOutput, ImageDestination, Task<ImageOutput>>? Download { get; init; }

    public static FakeClient Failing(Exception exception) => new()
    {
        Make = (_, _) => Task.FromException<ImageResult>(exception),
        Stream = _ => Fail(exception),
    };

    public override Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Make!(destination!, cancellationToken);

    public override IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Stream!(cancellationToken);

    public override Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
        => Download!(image, destination);

    private static async IAsyncEnumerable<ImageStreamEvent> Fail(Exception exception)
    {
        await Task.Yield();
        if (exception is not null)
        {
            throw exception;
        }

        yield break;
    }
}

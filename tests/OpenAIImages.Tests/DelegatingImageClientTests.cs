using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests;

public sealed class DelegatingImageClientTests
{
    private static readonly ImageInput Image = ImageInput.FromFileId("file-1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decorator_passes_on_each_call_that_it_does_not_override()
    {
        var inner = new RecordingClient();
        var decorator = new Decorator(inner);
        var destination = ImageDestination.Stream(new MemoryStream());
        var seen = new List<string?>();

        async Task NoteAsync(Task call)
        {
            await call;
            seen.Add(inner.Operation);
            Assert.Same(destination, inner.Destination);
            Assert.Equal(Token, inner.Token);
        }

        await NoteAsync(decorator.GenerateAsync(new("w"), destination, Token));
        await NoteAsync(decorator.EditAsync(new("w", Image), destination, Token));
        await NoteAsync(decorator.CreateVariationAsync(new(Image), destination, Token));
        await NoteAsync(decorator.GenerateStreamingAsync(new("w"), destination, Token).CountAsync(Token).AsTask());
        await NoteAsync(decorator.EditStreamingAsync(new("w", Image), destination, Token).CountAsync(Token).AsTask());
        await NoteAsync(decorator.DownloadAsync(new ImageOutput(), destination, null, Token));

        Assert.Equal(
            ["Generate", "Edit", "CreateVariation", "GenerateStreaming", "EditStreaming", "Download"], seen);
    }

    [Fact]
    public async Task A_call_that_a_fake_does_not_override_is_refused_by_name()
    {
        IImageClient fake = new Fake();

        Assert.Empty((await fake.GenerateAsync("w", Token)).Images);
        var refused = await Assert.ThrowsAsync<NotSupportedException>(() => fake.EditAsync("w", Image, Token));
        Assert.Contains("does not override EditAsync", refused.Message, StringComparison.Ordinal);
    }

    private sealed class Decorator(IImageClient inner) : DelegatingImageClient(inner);

    private sealed class Fake : DelegatingImageClient
    {
        public override Task<ImageResult> GenerateAsync(
            GenerateImageRequest request,
            ImageDestination? destination = null,
            CancellationToken cancellationToken = default)
            => Task.FromResult(new ImageResult([]));
    }
}

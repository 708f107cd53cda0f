using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Destinations;

/// <summary>Fakes and decorators can write images to the destination of a call.</summary>
public sealed class WrittenByOthersTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_fake_writes_bytes_to_a_destination_and_returns_the_image()
    {
        IImageClient fake = new Fake(Bodies.Picture(300_000));

        var result = await fake.GenerateAsync("w", ImageDestination.File(_directory.At("cat")), Token);

        var image = Assert.Single(result.Images);
        Assert.Equal(_directory.At("cat.png"), image.SavedPath);
        Assert.Equal((300_000, ImageMediaType.Png, true), (image.Length, image.MediaType, image.Bytes.IsEmpty));
        Assert.Equal(Bodies.Picture(300_000), _directory.Read("cat.png"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(300_000)]
    public async Task A_source_stream_is_copied_whole_and_left_open(int length)
    {
        using var source = new PiecewiseStream(Bodies.Picture(length), [1_000, 1, 70_000]);
        using var target = new MemoryStream();

        var image = await ImageDestination.Stream(target).CopyFromAsync(source, cancellationToken: Token);

        Assert.Equal(Bodies.Picture(length), target.ToArray());
        Assert.Equal((length, null), (image.Length, image.SavedPath));
        Assert.True(source.CanRead);
    }

    [Fact]
    public async Task Further_images_of_a_call_are_numbered()
    {
        var destination = ImageDestination.File(_directory.At("cat.png"));

        await destination.WriteAsync(Bodies.Picture(10), 0, Token);
        await destination.WriteAsync(Bodies.Picture(10), 1, Token);

        Assert.Equal(["cat-2.png", "cat.png"], _directory.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_image_without_bytes_is_refused_and_leaves_no_file()
    {
        var destination = ImageDestination.File(_directory.At("cat.png"));

        await Assert.ThrowsAsync<ArgumentException>(() => destination.WriteAsync(default, 0, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => destination.CopyFromAsync(new MemoryStream(), 0, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => destination.CopyFromAsync(null!, 0, Token));

        Assert.Empty(_directory.Files);
    }

    private sealed class Fake(byte[] picture) : DelegatingImageClient
    {
        public override async Task<ImageResult> GenerateAsync(
            GenerateImageRequest request,
            ImageDestination? destination = null,
            CancellationToken cancellationToken = default)
            => new([
                destination is null
                    ? ImageOutput.FromBytes(picture)
                    : await destination.WriteAsync(picture, cancellationToken: cancellationToken),
            ]);
    }
}

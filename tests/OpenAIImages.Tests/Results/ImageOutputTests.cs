using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Results;

public sealed class ImageOutputTests : IDisposable
{
    private static readonly ImageOutput Png = ImageOutput.FromBytes(Bodies.Picture(1_000));

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("cat", "cat.png")]
    [InlineData("cat.png", "cat.png")]
    [InlineData("cat.PNG", "cat.PNG")]
    [InlineData("cat.jpeg", "cat.png")]
    [InlineData("shoe-v1.5", "shoe-v1.5.png")]
    [InlineData("Dr. No", "Dr. No.png")]
    [InlineData("SKU.100", "SKU.100.png")]
    public async Task A_file_name_gets_the_extension_of_its_image(string name, string expected)
    {
        var path = await Png.SaveAsync(_directory.At(name), Token);

        Assert.Equal(_directory.At(expected), path);
        Assert.Equal([expected], _directory.Files);
        Assert.Equal(Png.Bytes.ToArray(), _directory.Read(expected));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named_by_the_exception()
    {
        var failed = await Assert.ThrowsAsync<ImageDestinationException>(
            () => Png.SaveAsync(_directory.At("missing/cat.png"), Token));

        Assert.Equal(_directory.At("missing/cat.png"), failed.Destination);
    }

    [Fact]
    public async Task A_cancelled_save_leaves_no_file()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Png.SaveAsync(_directory.At("cat.png"), new CancellationToken(canceled: true)));

        Assert.Empty(_directory.Files);
    }

    [Fact]
    public async Task An_image_without_its_bytes_says_where_they_are()
    {
        var link = new ImageOutput { Link = new Uri("https://files.test/a.png?sig=secret") };
        var saved = ImageOutput.FromSavedFile("/pictures/a.png", 7, ImageMediaType.Png);

        var download = await Assert.ThrowsAsync<InvalidOperationException>(() => link.SaveAsync("a", Token));
        var elsewhere = Assert.Throws<InvalidOperationException>(saved.OpenRead);

        Assert.Contains("download", download.Message, StringComparison.Ordinal);
        Assert.Contains("/pictures/a.png", elsewhere.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", link.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_factory_of_an_image_decides_its_properties()
    {
        var link = ImageOutput.FromLink(new Uri("https://files.test/a.png"));
        var saved = ImageOutput.FromSavedFile("/a.webp", 7, ImageMediaType.WebP);

        Assert.Equal((1_000, ImageMediaType.Png, false), (Png.Length, Png.MediaType, Png.IsWithheld));
        Assert.Equal((0, ImageMediaType.Unknown, false), (link.Length, link.MediaType, link.IsWithheld));
        Assert.Equal((7, ImageMediaType.WebP, false), (saved.Length, saved.MediaType, saved.IsWithheld));
        Assert.True(new ImageOutput { RevisedPrompt = "a cat" }.IsWithheld);
        Assert.Equal(1_000, (Png with { RevisedPrompt = "a cat" }).Length);
    }

    [Fact]
    public void An_image_with_invalid_properties_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ImageOutput.FromBytes(default));
        Assert.Throws<ArgumentException>(() => ImageOutput.FromLink(new Uri("a.png", UriKind.Relative)));
        Assert.Throws<ArgumentException>(() => ImageOutput.FromSavedFile(" ", 1, ImageMediaType.Png));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageOutput.FromSavedFile("/a", 0, ImageMediaType.Png));
    }

    [Fact]
    public void Properties_that_depend_on_each_other_have_no_setter()
        => Assert.All(
            new[] { "Bytes", "Length", "MediaType", "SavedPath", "IsWithheld" },
            name => Assert.Null(typeof(ImageOutput).GetProperty(name)!.GetSetMethod()));

    [Fact]
    public void OpenRead_returns_a_stream_that_cannot_be_written()
    {
        using var stream = Png.OpenRead();

        Assert.Equal(1_000, stream.Length);
        Assert.False(stream.CanWrite);
    }
}

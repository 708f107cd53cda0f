using System.Security.Cryptography;
using OpenAIImages.Tests.Many.Journals;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Many.Sidecars;

public sealed class SidecarTests : IDisposable
{
    private static readonly byte[] Bytes = [1, 2, 3];

    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    private static readonly GenerateImageRequest Cat = new("a cat")
    {
        Model = ImageModel.GptImage2,
        Headers = new Dictionary<string, string> { ["X-Secret"] = "swordfish" },
    };

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_sidecar_records_the_request_and_the_reply_of_its_image()
    {
        var image = await SaveAsync("cat.png");
        var result = new ImageResult([image, image])
        {
            RequestId = "req_1",
            ClientRequestId = "mine",
            Usage = new()
            {
                InputDetails = new() { TextTokens = 10, ImageTokens = 0 },
                OutputDetails = new() { ImageTokens = 1_000, TextTokens = 0 },
            },
        };

        var written = await ImageSidecar.WriteAsync(image, Cat, result, ImagePriceList.Default, Stop);
        var read = await ImageSidecar.ReadAsync(image.SavedPath!, Stop);

        Assert.Equal(_directory.At("cat.png.json"), ImageSidecar.PathOf(image.SavedPath!));
        Assert.Equal((written.Time, written.Usage, Cat), (read.Time, read.Usage, read.Request));
        Assert.Equal((Hash, 3, 2, 0.03005m), (read.Sha256, read.Length, read.ImagesOfCall, read.Cost));
        Assert.Equal(("req_1", "mine", Cat.Model), (read.RequestId, read.ClientRequestId, read.Model));
    }

    [Fact]
    public async Task A_sidecar_holds_neither_headers_nor_signatures_of_links()
    {
        var image = await SaveAsync("cat.png");
        var edit = new EditImageRequest("a hat", ImageInput.FromLink(new("https://me:pass@example.com/a.png?sig=key")))
        {
            Headers = Cat.Headers,
        };

        await ImageSidecar.WriteAsync(image, edit, cancellationToken: Stop);

        var text = await File.ReadAllTextAsync(_directory.At("cat.png.json"), Stop);
        Assert.Contains("https://example.com/a.png\"", text, StringComparison.Ordinal);
        Assert.All(
            ["swordfish", "sig", "pass"],
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sidecar_replaces_an_earlier_one_and_leaves_no_other_file()
    {
        var image = await SaveAsync("cat.png");
        await ImageSidecar.WriteAsync(image, Cat, cancellationToken: Stop);

        await ImageSidecar.WriteAsync(image, new GenerateImageRequest("a dog"), cancellationToken: Stop);

        Assert.Equal(["cat.png", "cat.png.json"], _directory.Files);
        Assert.Equal(new GenerateImageRequest("a dog"), (await ImageSidecar.ReadAsync(image.SavedPath!, Stop)).Request);
    }

    [Fact]
    public async Task An_image_that_was_not_saved_has_no_sidecar()
        => await Assert.ThrowsAsync<ArgumentException>(
            () => ImageSidecar.WriteAsync(ImageOutput.FromBytes(Bytes), Cat, cancellationToken: Stop));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"sha256\":\"x\",\"length\":1}")]
    [InlineData("{\"sha256\":\"x\",\"length\":0,\"request\":{\"prompt\":\"a\"}}")]
    public async Task A_broken_sidecar_is_named(string text)
    {
        await File.WriteAllTextAsync(_directory.At("cat.png.json"), text, Stop);

        var thrown = await Assert.ThrowsAsync<ImageSidecarException>(
            () => ImageSidecar.ReadAsync(_directory.At("cat.png"), Stop));

        Assert.Equal(_directory.At("cat.png.json"), thrown.Path);
    }

    [Fact]
    public async Task A_missing_sidecar_throws_a_typed_exception()
        => await Assert.ThrowsAsync<ImageSidecarException>(
            () => ImageSidecar.ReadAsync(_directory.At("cat.png"), Stop));

    [Fact]
    public async Task A_work_writes_one_sidecar_for_each_saved_image()
    {
        var options = new ImageManyOptions
        {
            Sidecars = true,
            Prices = ImagePriceList.Default,
            Destination = item => ImageDestination.Directory(_directory.Path, _ => item.Id),
        };

        var result = await RunAsync(JournalWork.Item("a", images: 12), options);

        Assert.Equal(24, _directory.Files.Length);
        Assert.Empty(result.SidecarFaults);
        var sidecar = await ImageSidecar.ReadAsync(result.Images[11].SavedPath!, Stop);
        Assert.Equal(
            (Hash, 2, 2, 0.03005m),
            (sidecar.Sha256, sidecar.Request.Count, sidecar.ImagesOfCall, sidecar.Cost));
    }

    [Fact]
    public async Task A_sidecar_that_cannot_be_written_loses_no_image()
    {
        var options = new ImageManyOptions
        {
            Sidecars = true,
            Destination = item => ImageDestination.Directory(_directory.Path, _ => item.Id),
        };
        var item = new ImageWorkItem(
            "a", new EditImageRequest("a hat", ImageInput.FromStream(new MemoryStream([1]))));

        var result = await RunAsync(item, options);

        Assert.Equal(ImageWorkStatus.Done, result.Status);
        Assert.Equal(Bytes, await File.ReadAllBytesAsync(Assert.Single(result.Images).SavedPath!, Stop));
        Assert.Contains("stream", Assert.Single(result.SidecarFaults).Message, StringComparison.Ordinal);
        Assert.Single(_directory.Files);
    }

    [Fact]
    public void A_sidecar_in_a_log_holds_no_prompt()
        => Assert.DoesNotContain("cat", new ImageSidecar(Cat, Hash, 3).ToString(), StringComparison.Ordinal);

    private static async Task<ImageWorkResult> RunAsync(ImageWorkItem item, ImageManyOptions options)
    {
        var results = new List<ImageWorkResult>();
        await foreach (var result in new PaidClient().GenerateManyAsync([item], options, Stop))
        {
            results.Add(result);
        }

        return Assert.Single(results);
    }

    private Task<ImageOutput> SaveAsync(string name)
        => ImageDestination.File(_directory.At(name)).WriteAsync(Bytes, cancellationToken: Stop);
}

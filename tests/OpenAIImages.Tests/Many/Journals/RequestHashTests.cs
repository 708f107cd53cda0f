using OpenAIImages.Many.Running;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Many.Journals;

public sealed class RequestHashTests : IDisposable
{
    private static readonly GenerateImageRequest Cat = new("a cat") { Model = ImageModel.GptImage2 };

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_hash_of_a_request_never_changes_between_versions()
        => Assert.Equal("658ca6c8", (await HashAsync(Cat))[..8]);

    [Fact]
    public async Task Each_field_changes_the_hash_and_headers_do_not()
    {
        GenerateImageRequest[] others =
        [
            new("a dog") { Model = ImageModel.GptImage2 },
            Cat with { Count = 2 },
            Cat with { Size = ImageSize.Square },
            Cat with { Extra = ExtraFields.Empty.With("seed", 1) },
        ];

        var hashes = await Task.WhenAll(others.Select(HashAsync));

        Assert.Equal(4, hashes.Append(await HashAsync(Cat)).Distinct().Count() - 1);
        Assert.Equal(await HashAsync(Cat), await HashAsync(Cat with { Timeout = TimeSpan.FromSeconds(9) }));
    }

    [Fact]
    public async Task Inputs_count_by_their_bytes_wherever_they_are()
    {
        await File.WriteAllBytesAsync(_directory.At("one.png"), [1, 2, 3], Stop);
        await File.WriteAllBytesAsync(_directory.At("two.png"), [1, 2, 3], Stop);
        var one = await HashAsync(Edit(ImageInput.FromFile(_directory.At("one.png"))));

        var moved = await HashAsync(Edit(ImageInput.FromFile(_directory.At("two.png"))));
        var bytes = await HashAsync(Edit(ImageInput.FromBytes(new byte[] { 1, 2, 3 })));
        await File.WriteAllBytesAsync(_directory.At("one.png"), [1, 2, 4], Stop);
        var changed = await HashAsync(Edit(ImageInput.FromFile(_directory.At("one.png"))));

        Assert.Equal((one, one), (moved, bytes));
        Assert.NotEqual(one, changed);
    }

    [Fact]
    public async Task A_mask_and_the_text_of_a_link_change_the_hash()
    {
        var link = ImageInput.FromLink(new("https://example.com/a.png"));

        string[] hashes =
        [
            await HashAsync(Edit(link)),
            await HashAsync(Edit(ImageInput.FromLink(new("https://example.com/b.png")))),
            await HashAsync(Edit(link) with { Mask = ImageInput.FromBytes(new byte[] { 1 }) }),
            await HashAsync(Edit(link) with { Mask = ImageInput.FromBytes(new byte[] { 2 }) }),
        ];

        Assert.Equal(4, hashes.Distinct().Count());
    }

    [Fact]
    public async Task A_stream_is_refused_by_its_name()
    {
        var request = new EditImageRequest(
            "a hat", [ImageInput.FromFileId("file-1"), ImageInput.FromStream(new MemoryStream([1]))]);

        var thrown = await Assert.ThrowsAsync<ImageJournalException>(() => HashAsync(request));

        Assert.Equal(ImageJournalFault.NotRecordable, thrown.Fault);
        Assert.Contains("image[1] is a stream", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_throws_an_ImageInputException()
        => await Assert.ThrowsAsync<ImageInputException>(
            () => HashAsync(Edit(ImageInput.FromFile(_directory.At("none.png")))));

    private static EditImageRequest Edit(ImageInput image) => new("a hat", image) { Model = ImageModel.GptImage2 };

    private static Task<string> HashAsync(PromptedImageRequest request)
        => RequestHash.ComputeAsync("a", request, Stop);
}

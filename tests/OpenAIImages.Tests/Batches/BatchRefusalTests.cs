using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Batches;

/// <summary>A piece that must not be in a batch stops the upload, and then neither a file nor a batch
/// exists.</summary>
public sealed class BatchRefusalTests : IDisposable
{
    private readonly JobService _service = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, ImageWorkItem, ImageBatchProblem, string> Refused => new()
    {
        { "the same id", Item("1"), ImageBatchProblem.DuplicateId, "occurs twice" },
        {
            "another model", new("2", new GenerateImageRequest("a fox") { Model = "gpt-image-3" }),
            ImageBatchProblem.Mixed, "gpt-image-3"
        },
        {
            "another endpoint", new("2", new EditImageRequest("night", ImageInput.FromFileId("file-fox"))),
            ImageBatchProblem.Mixed, "/v1/images/edits"
        },
        {
            "previews", new("2", new GenerateImageRequest("a fox") { PartialImages = 2 }),
            ImageBatchProblem.Unsuitable, "PartialImages"
        },
        {
            "a stream", new("2", new GenerateImageRequest("a fox") { Extra = ExtraFields.Empty.With("stream", true) }),
            ImageBatchProblem.Unsuitable, "'stream'"
        },
        {
            "headers",
            new("2", new GenerateImageRequest("a fox") { Headers = new Dictionary<string, string> { ["x-a"] = "b" } }),
            ImageBatchProblem.Unsuitable, "Headers"
        },
        {
            "a time limit", new("2", new GenerateImageRequest("a fox") { Timeout = TimeSpan.FromMinutes(1) }),
            ImageBatchProblem.Unsuitable, "Timeout"
        },
        {
            "too many images", new("2", new GenerateImageRequest("a fox") { Count = 11 }),
            ImageBatchProblem.Unsuitable, "11 images"
        },
        { "half a character", Item("2\ud800"), ImageBatchProblem.Unsuitable, "surrogate" },
    };

    public void Dispose() => _service.Dispose();

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task A_piece_that_a_batch_cannot_hold_is_refused_by_name(
        string what, ImageWorkItem second, ImageBatchProblem problem, string named)
    {
        using var batches = Client();

        var refused = await Assert.ThrowsAsync<ImageBatchException>(
            () => batches.CreateAsync([Item("1"), second], cancellationToken: Token));

        Assert.NotEmpty(what);
        Assert.Equal((problem, second.Id), (refused.Problem, refused.ItemId));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.False(refused.MayHaveBeenBilled);
        AssertNothingExists();
    }

    [Fact]
    public async Task The_50001st_request_stops_the_upload()
    {
        using var batches = Client();
        var taken = 0;

        var refused = await Assert.ThrowsAsync<ImageBatchException>(
            () => batches.CreateAsync(Endless(), cancellationToken: Token));

        Assert.Equal((ImageBatchProblem.TooManyRequests, "50001"), (refused.Problem, refused.ItemId));
        Assert.Equal(50_001, taken);
        AssertNothingExists();

        IEnumerable<ImageWorkItem> Endless()
        {
            while (true)
            {
                yield return Item($"{++taken}");
            }
        }
    }

    [Fact]
    public async Task A_file_of_more_than_200_MB_stops_the_upload()
    {
        using var batches = Client();
        var picture = ImageInput.FromBytes(Bodies.Picture(15_000_000));

        var refused = await Assert.ThrowsAsync<ImageBatchException>(() => batches.CreateAsync(
            Enumerable.Range(1, 11).Select(index => new ImageWorkItem(
                $"{index}", new EditImageRequest("make it night", picture))),
            cancellationToken: Token));

        Assert.Equal((ImageBatchProblem.TooLarge, "10"), (refused.Problem, refused.ItemId));
        Assert.Contains("200000000 bytes", refused.Message, StringComparison.Ordinal);
        AssertNothingExists();
    }

    [Fact]
    public async Task A_piece_too_large_for_any_batch_is_refused_by_CreateManyAsync()
    {
        using var batches = Client();
        var options = new ImageBatchOptions { MaxBytes = 50 };

        var refused = await Assert.ThrowsAsync<ImageBatchException>(
            async () => await batches.CreateManyAsync([Item("1")], options, Token).ToListAsync(Token));

        Assert.Equal(ImageBatchProblem.TooLarge, refused.Problem);
        Assert.Contains("file id", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_sequence_is_refused_before_anything_is_sent()
    {
        using var batches = Client();

        var one = await Assert.ThrowsAsync<ImageBatchException>(
            () => batches.CreateAsync([], cancellationToken: Token));
        var many = await Assert.ThrowsAsync<ImageBatchException>(
            async () => await batches.CreateManyAsync([], cancellationToken: Token).ToListAsync(Token));

        Assert.Equal((ImageBatchProblem.Empty, ImageBatchProblem.Empty), (one.Problem, many.Problem));
        Assert.Empty(_service.Calls);
    }

    [Fact]
    public async Task A_piece_that_is_null_is_an_argument_error()
    {
        using var batches = Client();

        await Assert.ThrowsAsync<ArgumentException>(
            () => batches.CreateAsync([Item("1"), null!], cancellationToken: Token));

        Assert.Empty(_service.Creations);
    }

    [Fact]
    public async Task An_image_that_cannot_be_read_is_named()
    {
        using var batches = Client();
        var missing = new EditImageRequest("make it night", ImageInput.FromFile("/no/such/fox.png"));

        var refused = await Assert.ThrowsAsync<ImageInputException>(
            () => batches.CreateAsync([new("1", missing)], cancellationToken: Token));

        Assert.Equal("fox.png", refused.Input);
        Assert.Empty(_service.Creations);
    }

    [Fact]
    public async Task A_batch_checks_the_published_facts_of_a_model_as_a_single_call_does()
    {
        using var batches = Client(options => options.ModelChecks = ImageModelChecks.Throw);
        var odd = new GenerateImageRequest("a fox") { Model = ImageModel.GptImage2, Size = new ImageSize(17, 19) };

        await Assert.ThrowsAsync<ImageModelException>(
            () => batches.CreateAsync([new("1", odd)], cancellationToken: Token));

        Assert.Empty(_service.Creations);
    }

    [Fact]
    public void Options_outside_their_range_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "MaxRequests", () => new ImageBatchOptions { MaxRequests = 50_001 });
        Assert.Throws<ArgumentOutOfRangeException>(
            "MaxBytes", () => new ImageBatchOptions { MaxBytes = 200_000_001 });
        Assert.Throws<ArgumentOutOfRangeException>(
            "InputExpiresAfter", () => new ImageBatchOptions { InputExpiresAfter = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(
            "OutputExpiresAfter", () => new ImageBatchOptions { OutputExpiresAfter = TimeSpan.Zero });
        Assert.Throws<ArgumentException>("CompletionWindow", () => new ImageBatchOptions { CompletionWindow = "" });
        Assert.Throws<ArgumentException>("FileName", () => new ImageBatchOptions { FileName = " " });
        Assert.Throws<ArgumentNullException>("Metadata", () => new ImageBatchOptions { Metadata = null! });
    }

    private static ImageWorkItem Item(string id) => new(id, new GenerateImageRequest("a red fox"));

    private void AssertNothingExists()
    {
        Assert.Empty(_service.Uploads);
        Assert.Empty(_service.Creations);
        Assert.Equal(["POST /v1/files"], _service.Calls);
    }

    private OpenAIImageBatchClient Client(Action<ImageClientOptions>? configure = null)
        => _service.BatchClient(options =>
        {
            options.Model = ImageModel.GptImage2;
            configure?.Invoke(options);
        });
}

using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Destinations;

/// <summary>The client chooses file names and keeps them from before a call until its pictures are saved. Each test
/// prints its directory.</summary>
public sealed class NamedCallTests : IDisposable
{
    private static readonly byte[] Png = Bodies.Picture(100, seed: 1);
    private static readonly byte[] OtherPng = Bodies.Picture(200, seed: 2);
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private readonly ITestOutputHelper _output;
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeService _service = new();
    private readonly CollectedLogs _logs = new();
    private readonly LoggerFactory _loggers;

    public NamedCallTests(ITestOutputHelper output)
        => (_output, _loggers) = (output, new LoggerFactory([_logs]));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Listing.Print(_output, _directory);
        _loggers.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_file_name_that_exists_is_refused_before_sending()
    {
        File.WriteAllText(_directory.At("cat.png"), "old");

        var refused = await Assert.ThrowsAsync<ImageDestinationException>(() => CallAsync("cat.png"));
        await Assert.ThrowsAsync<ImageDestinationException>(() => CallAsync("cat"));

        Assert.Contains("ExistingFile.Number", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ExistingFile.Replace", refused.Message, StringComparison.Ordinal);
        Assert.Equal(_directory.At("cat.png"), refused.Destination);
        Assert.False(refused.MayHaveBeenBilled);
        Assert.Empty(_service.Received);
        Assert.Equal("old", File.ReadAllText(_directory.At("cat.png")));
    }

    [Fact]
    public async Task A_streaming_call_with_an_existing_file_name_is_refused()
    {
        File.WriteAllText(_directory.At("cat.png"), "old");
        using var client = Client();

        await Assert.ThrowsAsync<ImageDestinationException>(async () =>
        {
            var request = new GenerateImageRequest("a red fox");
            var destination = ImageDestination.File(_directory.At("cat.png"));
            await foreach (var item in client.GenerateStreamingAsync(request, destination, Token))
            {
                Assert.Fail($"{item} came.");
            }
        });

        Assert.Empty(_service.Received);
    }

    [Fact]
    public async Task A_file_name_that_is_taken_during_the_call_gets_a_number()
    {
        _service.Replies(() =>
        {
            File.WriteAllText(_directory.At("cat.png"), "another's");

            return Reply(Png);
        });

        var result = await CallAsync("cat.png");

        Assert.Equal(_directory.At("cat-2.png"), result.Images[0].SavedPath);
        Assert.Equal(Png, _directory.Read("cat-2.png"));
        Assert.Equal("another's", File.ReadAllText(_directory.At("cat.png")));
    }

    [Theory]
    [InlineData(ExistingFile.Number, "cat-2.png", "cat-3.png")]
    [InlineData(ExistingFile.Replace, "cat.png", "cat-2.png")]
    public async Task An_existing_file_is_numbered_or_replaced_as_the_destination_says(
        ExistingFile existing, string first, string second)
    {
        File.WriteAllText(_directory.At("cat.png"), "old");
        _service.Replies(() => Reply(Png, OtherPng));

        var result = await CallAsync("cat", existing, count: 2);

        Assert.Equal([first, second], result.Images.Select(image => Path.GetFileName(image.SavedPath)));
        Assert.Equal(Png, _directory.Read(first));
        Assert.Equal(OtherPng, _directory.Read(second));
    }

    [Fact]
    public async Task An_existing_file_with_a_number_is_never_replaced()
    {
        File.WriteAllText(_directory.At("cat-2.png"), "old");
        _service.Replies(() => Reply(Png, OtherPng));

        var result = await CallAsync("cat.png", ExistingFile.Replace, count: 2);

        Assert.Equal(_directory.At("cat-3.png"), result.Images[1].SavedPath);
        Assert.Equal("old", File.ReadAllText(_directory.At("cat-2.png")));
    }

    [Fact]
    public async Task A_naming_rule_with_one_constant_name_loses_no_picture()
    {
        _service.Replies(() => Reply(Png, OtherPng, Png)).Replies(() => Reply(OtherPng));
        var destination = ImageDestination.Directory(_directory.Path, _ => "cat");

        var first = await CallAsync(destination, count: 3);
        var second = await CallAsync(destination);

        Assert.Equal(
            ["cat.png", "cat-2.png", "cat-3.png", "cat-4.png"],
            first.Images.Concat(second.Images).Select(image => Path.GetFileName(image.SavedPath)));
        Assert.Equal(OtherPng, _directory.Read("cat-4.png"));
    }

    [Fact]
    public async Task A_naming_rule_is_called_once_for_each_expected_picture()
    {
        _service.Replies(() => Reply(Png, OtherPng));
        List<ImageArrival> asked = [];

        await CallAsync(
            ImageDestination.Directory(
                _directory.Path,
                arrival =>
                {
                    asked.Add(arrival);

                    return $"cat{asked.Count}";
                }),
            count: 2);

        Assert.Equal([new ImageArrival(0, ImageMediaType.Png), new ImageArrival(1, ImageMediaType.Png)], asked);
        Assert.Equal(["cat1.png", "cat2.png"], _directory.Files);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("deeper/cat")]
    [InlineData(@"deeper\cat")]
    [InlineData("a\0b")]
    public async Task A_naming_rule_with_an_invalid_first_name_is_refused_before_sending(string? name)
    {
        await Assert.ThrowsAsync<ImageDestinationException>(
            () => CallAsync(ImageDestination.Directory(_directory.Path, _ => name!)));

        Assert.Empty(_service.Received);
    }

    [Fact]
    public async Task A_naming_rule_that_throws_is_refused_before_sending()
    {
        var failed = await Assert.ThrowsAsync<ImageDestinationException>(() => CallAsync(
            ImageDestination.Directory(_directory.Path, _ => throw new InvalidOperationException("no name"))));

        Assert.IsType<InvalidOperationException>(failed.InnerException);
        Assert.Empty(_service.Received);
    }

    [Fact]
    public async Task A_naming_rule_that_throws_later_loses_no_picture_and_is_logged()
    {
        _service.Replies(() => Reply(Png, OtherPng));

        var result = await CallAsync(
            ImageDestination.Directory(
                _directory.Path,
                arrival => arrival.Index == 0 ? "cat" : throw new InvalidOperationException("no name")),
            count: 2);

        Assert.Equal(OtherPng, File.ReadAllBytes(result.Images[1].SavedPath!));
        Assert.Contains("default name", string.Join('\n', _logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Default_names_of_one_call_share_a_stem_and_sort_in_order()
    {
        _service.Replies(() => Reply([.. Enumerable.Range(0, 10).Select(i => Bodies.Picture(50, i))]));

        var result = await CallAsync(ImageDestination.Directory(_directory.Path), count: 10);

        Assert.Equal(_directory.Files, result.Images.Select(image => Path.GetFileName(image.SavedPath)));
        Assert.Single(_directory.Files.Select(file => file[..^"-01.png".Length]).Distinct());
        Assert.EndsWith("-01.png", _directory.Files[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_directory_is_named_with_the_file_before_sending()
    {
        var failed = await Assert.ThrowsAsync<ImageDestinationException>(() => CallAsync("no/such/cat.png"));

        Assert.Contains(_directory.At("no/such/cat.png"), failed.Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".part", failed.Message, StringComparison.Ordinal);
        Assert.Empty(_service.Received);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sub/")]
    [InlineData("sub")]
    [InlineData("..")]
    public async Task A_path_that_is_a_directory_is_refused_before_sending(string name)
    {
        Directory.CreateDirectory(_directory.At("sub"));

        var failed = await Assert.ThrowsAsync<ImageDestinationException>(() => CallAsync(name));

        Assert.Contains("ImageDestination.Directory", failed.Message, StringComparison.Ordinal);
        Assert.Empty(_service.Received);
    }

    [Fact]
    public async Task A_file_name_that_is_too_long_is_refused_before_sending()
    {
        await Assert.ThrowsAsync<ImageDestinationException>(() => CallAsync(new string('a', 252)));
        _service.Replies(() => Reply(Png));
        await CallAsync(new string('a', 251));

        Assert.Equal([new string('a', 251) + ".png"], _directory.Files);
        Assert.Throws<ArgumentException>(() => ImageDestination.File("a\0b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageDestination.File("a", (ExistingFile)3));
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", "cat.jpg", "gpt-image-2", "jpeg")]
    [InlineData("https://api.openai.com/v1", "cat.JPEG", "gpt-image-2", "jpeg")]
    [InlineData("https://api.openai.com/v1", "cat.webp", "gpt-image-2", "webp")]
    [InlineData("https://api.openai.com/v1", "cat.png", "gpt-image-2", null)]
    [InlineData("https://api.openai.com/v1", "cat", "gpt-image-2", null)]
    [InlineData("https://api.openai.com/v1", "cat.jpg", "dall-e-3", null)]
    [InlineData("https://me.openai.azure.com/openai/v1", "cat.jpg", "my-deployment", "jpeg")]
    [InlineData("https://me.openai.azure.com/openai/v1", "cat.webp", "my-deployment", null)]
    [InlineData("https://fake.test/v1", "cat.jpg", "gpt-image-2", null)]
    public async Task The_file_extension_sets_the_format_if_the_service_supports_it(
        string endpoint, string name, string model, string? format)
    {
        _service.Replies(() => Reply(Jpeg));

        await CallAsync(
            ImageDestination.File(_directory.At(name)), options => options.Endpoint = new Uri(endpoint), model);

        using var sent = JsonDocument.Parse(Assert.Single(_service.Received).Body);
        Assert.Equal(
            format, sent.RootElement.TryGetProperty("output_format", out var asked) ? asked.GetString() : null);
        Assert.Equal("cat", Path.GetFileNameWithoutExtension(Assert.Single(_directory.Files)));
    }

    [Fact]
    public async Task A_request_with_a_format_or_transparency_is_sent_unchanged()
    {
        var plain = new GenerateImageRequest("a red fox") { Model = ImageModel.GptImage2 };
        GenerateImageRequest[] requests =
        [
            plain with { OutputFormat = ImageFileFormat.Png },
            plain with { Background = ImageBackground.Transparent },
            plain with { Extra = ExtraFields.Empty.With("output_format", "png") },
        ];
        using var client = Client(options => options.Endpoint = new Uri("https://api.openai.com/v1"));
        foreach (var request in requests)
        {
            _service.Replies(() => Reply(Png));
            await client.GenerateAsync(
                request, ImageDestination.File(_directory.At("cat.jpg"), ExistingFile.Number), Token);
        }

        Assert.All(_service.Received, sent => Assert.DoesNotContain("jpeg", sent.Body, StringComparison.Ordinal));
        Assert.Equal(["cat-2.png", "cat-3.png", "cat.png"], _directory.Files);
    }

    [Fact]
    public async Task A_picture_of_another_format_gets_its_own_extension_and_is_logged()
    {
        _service.Replies(() => Reply(Png));

        var result = await CallAsync("cat.jpg");

        Assert.Equal(_directory.At("cat.png"), result.Images[0].SavedPath);
        var said = Assert.Single(_logs.Lines, message => message.Contains(".jpg", StringComparison.Ordinal));
        Assert.Contains("image/png", said, StringComparison.Ordinal);
        Assert.DoesNotContain("cat", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_reply_leaves_neither_a_placeholder_nor_a_part_file()
    {
        var body = Bodies.Of(Png, OtherPng);
        _service.Replies(HttpStatusCode.OK, body[..(body.Length / 2)]);

        await Assert.ThrowsAnyAsync<ImageClientException>(() => CallAsync("dog.png"));

        Assert.DoesNotContain(_directory.Files, file => _directory.Read(file).Length == 0);
        Assert.DoesNotContain(_directory.Files, file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    private static HttpResponseMessage Reply(params byte[][] pictures)
        => new(HttpStatusCode.OK) { Content = new ByteArrayContent(Bodies.Of(pictures)) };

    private OpenAIImageClient Client(Action<ImageClientOptions>? configure = null)
        => _service.CreateClient(options =>
        {
            options.LoggerFactory = _loggers;
            configure?.Invoke(options);
        });

    private Task<ImageResult> CallAsync(string name, ExistingFile existing = ExistingFile.Refuse, int? count = null)
        => CallAsync(ImageDestination.File(_directory.Path + "/" + name, existing), count: count);

    private async Task<ImageResult> CallAsync(
        ImageDestination destination,
        Action<ImageClientOptions>? configure = null,
        string model = "gpt-image-2",
        int? count = null)
    {
        using var client = Client(configure);
        var request = new GenerateImageRequest("a red fox") { Model = model, Count = count };

        return await client.GenerateAsync(request, destination, Token);
    }
}

using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Files;

public sealed class FileDownloadTests : IDisposable
{
    private static readonly byte[] Fox = Bodies.Picture(200_000);

    private readonly JobService _service = new() { Content = { ["file-1"] = Fox } };

    private readonly WaitingClock _clock = new();

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _service.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task An_image_is_written_to_its_destination_with_progress()
    {
        using var files = Client();
        var progress = new ProgressList<ImageProgress>();

        var image = await files.DownloadAsync(
            "file-1", ImageDestination.File(_directory.At("fox")), progress, Token);

        Assert.Equal(["GET /v1/files/file-1/content"], _service.Calls);
        Assert.Equal(_directory.At("fox.png"), image.SavedPath);
        Assert.Equal((Fox.Length, ImageMediaType.Png), (image.Length, image.MediaType));
        Assert.Equal(Fox, _directory.Read("fox.png"));
        Assert.Equal(new ImageProgress(Fox.Length, Fox.Length), progress.Items[^1]);
        Assert.True(progress.Items.Count > 1);
    }

    [Fact]
    public async Task Any_file_is_written_to_a_stream_that_stays_open()
    {
        using var files = Client();
        using var target = new MemoryStream();

        var length = await files.CopyToAsync("file-1", target, null, Token);

        Assert.Equal(Fox.Length, length);
        Assert.True(target.CanWrite);
        Assert.Equal(Fox, target.ToArray());
    }

    [Theory]
    [InlineData(true, "bytes=50000-", "bytes=50001-")]
    [InlineData(false, "bytes=50000-", "bytes=50001-")]
    public async Task A_broken_download_is_resumed_where_it_stopped(
        bool knowsRanges, string second, string third)
    {
        _service.KnowsRanges = knowsRanges;
        _service.Cuts.Enqueue(50_000);
        _service.Cuts.Enqueue(knowsRanges ? 1 : 50_001);
        using var files = Client();
        using var target = new MemoryStream();

        var length = await _clock.RunAsync(files.CopyToAsync("file-1", target, null, Token));

        Assert.Equal([null, second, third], _service.Ranges);
        Assert.Equal(Fox.Length, length);
        Assert.Equal(Fox, target.ToArray());
        Assert.Equal(2, _clock.Waits.Count);
    }

    [Fact]
    public async Task A_download_ends_after_three_connections_in_a_row_without_a_byte()
    {
        foreach (var cut in new[] { 10, 0, 0, 0 })
        {
            _service.Cuts.Enqueue(cut);
        }

        using var files = Client();

        await Assert.ThrowsAsync<ImageTransportException>(
            () => _clock.RunAsync(files.CopyToAsync("file-1", Stream.Null, null, Token)));

        Assert.Equal(3, _service.Ranges.Count);
    }

    [Fact]
    public async Task The_client_requests_the_rest_again_from_a_busy_service()
    {
        _service.Cuts.Enqueue(10);
        using var files = Client();
        using var target = new MemoryStream();
        _service.Replies(_ => null);
        _service.Replies("{}", HttpStatusCode.ServiceUnavailable);

        await _clock.RunAsync(files.CopyToAsync("file-1", target, null, Token));

        Assert.Equal(Fox, target.ToArray());
        Assert.Equal(3, _service.Calls.Count);
    }

    [Fact]
    public async Task A_file_whose_length_changes_is_not_mixed_with_the_first_version()
    {
        _service.Cuts.Enqueue(10);
        using var files = Client();
        _service.Replies(_ => null);
        _service.Replies(_ =>
        {
            _service.Content["file-1"] = Bodies.Picture(100);

            return null;
        });

        var failed = await Assert.ThrowsAsync<ImageDecodeException>(
            () => _clock.RunAsync(files.CopyToAsync("file-1", Stream.Null, null, Token)));

        Assert.Contains("another length", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_other_than_the_requested_one_is_refused()
    {
        _service.Cuts.Enqueue(10);
        using var files = Client();
        _service.Replies(_ => null);
        _service.Replies(_ => new HttpResponseMessage(HttpStatusCode.PartialContent)
        {
            Content = new ByteArrayContent([1])
            {
                Headers = { ContentRange = new ContentRangeHeaderValue(0, 0, Fox.Length) },
            },
        });

        await Assert.ThrowsAsync<ImageDecodeException>(
            () => _clock.RunAsync(files.CopyToAsync("file-1", Stream.Null, null, Token)));
    }

    [Fact]
    public async Task An_empty_file_is_not_an_image_and_leaves_no_file_behind()
    {
        _service.Content["file-1"] = [];
        using var files = Client();

        await Assert.ThrowsAsync<ImageDecodeException>(
            () => files.DownloadAsync("file-1", ImageDestination.File(_directory.At("fox.png")), null, Token));

        Assert.Empty(_directory.Files);
    }

    [Fact]
    public async Task An_existing_file_name_is_refused_before_any_request()
    {
        await File.WriteAllTextAsync(_directory.At("fox.png"), "mine", Token);
        using var files = Client();

        await Assert.ThrowsAsync<ImageDestinationException>(
            () => files.DownloadAsync("file-1", ImageDestination.File(_directory.At("fox.png")), null, Token));

        Assert.Empty(_service.Calls);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_written_to_is_named()
    {
        using var files = Client();
        using var full = new MemoryStream(new byte[10]);
        using var readOnly = new MemoryStream([], writable: false);

        await Assert.ThrowsAsync<ImageDestinationException>(() => files.CopyToAsync("file-1", full, null, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            "target", () => files.CopyToAsync("file-1", readOnly, null, Token));
    }

    private OpenAIImageFileClient Client() => _service.FileClient(options => options.TimeProvider = _clock);
}

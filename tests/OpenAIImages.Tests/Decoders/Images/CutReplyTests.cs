using System.Net;
using System.Text;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

/// <summary>Pictures that arrived whole before a reply broke off are paid for, and the exception keeps them.</summary>
public sealed class CutReplyTests(ITestOutputHelper output) : IDisposable
{
    private static readonly GenerateImageRequest Three = new("a red fox") { Model = "gpt-image-2", Count = 3 };

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Listing.Print(output, _directory);
        _directory.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_exception_keeps_two_pictures_when_the_third_is_cut(bool isLost)
    {
        using var client = ServiceThatCuts(isLost).CreateClient();

        var fault = await Assert.ThrowsAnyAsync<ImageClientException>(() => client.GenerateAsync(Three, Token));

        Assert.Equal(isLost ? typeof(ImageTransportException) : typeof(ImageDecodeException), fault.GetType());
        Assert.Equal([Picture(1), Picture(2)], fault.Received.Select(image => image.Bytes.ToArray()));
        Assert.True(fault.MayHaveBeenBilled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Files_of_whole_pictures_stay_when_a_later_picture_is_cut(bool isLost)
    {
        using var client = ServiceThatCuts(isLost).CreateClient();

        var fault = await Assert.ThrowsAnyAsync<ImageClientException>(
            () => client.GenerateAsync(Three, ImageDestination.Directory(_directory.Path), Token));

        var paths = fault.Received.Select(image => image.SavedPath!).ToArray();
        Assert.Equal(2, paths.Length);
        Assert.Equal(paths.Order(), Directory.GetFileSystemEntries(_directory.Path).Order());
        Assert.Equal(Picture(1), await File.ReadAllBytesAsync(paths[0], Token));
        Assert.Equal(Picture(2), await File.ReadAllBytesAsync(paths[1], Token));
    }

    [Fact]
    public async Task A_picture_is_kept_if_the_reply_ends_after_its_last_letter()
    {
        var body = Encoding.UTF8.GetBytes($"{{\"data\":[{{\"b64_json\":\"{Text(1)}\"");
        using var client = new FakeService().Replies(HttpStatusCode.OK, body).CreateClient();

        var fault = await Assert.ThrowsAsync<ImageDecodeException>(() => client.GenerateAsync(Three, Token));

        Assert.Equal(Picture(1), Assert.Single(fault.Received).Bytes.ToArray());
    }

    [Fact]
    public async Task A_cancelled_call_keeps_the_pictures_that_had_arrived()
    {
        using var stop = new CancellationTokenSource();
        var body = Encoding.UTF8.GetBytes(
            $"{{\"data\":[{{\"b64_json\":\"{Text(1)}\"}},{{\"b64_json\":\"{Text(2)[..40]}");
        using var client = new FakeService()
            .Replies(() => new HttpResponseMessage
            {
                Content = new StreamContent(new HangingStream(body, stop)),
            })
            .CreateClient();

        var canceled = await Assert.ThrowsAsync<ImageCallCanceledException>(
            () => client.GenerateAsync(Three, ImageDestination.Directory(_directory.Path), stop.Token));

        Assert.Equal(Picture(1), await File.ReadAllBytesAsync(Assert.Single(canceled.Received).SavedPath!, Token));
    }

    [Fact]
    public async Task A_broken_picture_keeps_its_place_and_the_others_are_returned()
    {
        using var client = new FakeService()
            .Replies(HttpStatusCode.OK, $$$"""
                {"data":[{"b64_json":"{{{Text(1)}}}"},{"b64_json":"not base64! \" and \\ more"},17,["x"],
                 {"b64_json":{"a":1}},{"b64_json":"{{{Text(2)}}}"}],"size":"1x1"}
                """)
            .CreateClient();

        var result = await client.GenerateAsync(Three, Token);

        Assert.Equal([false, true, true, true, true, false], result.Images.Select(image => image.IsWithheld));
        Assert.Equal(Picture(2), result.Images[5].Bytes.ToArray());
        Assert.Contains("data[1].b64_json cannot be read", result.Images[1].Extra["error"].GetString());
        Assert.Equal(1, result.Images[4].Extra["b64_json"].GetProperty("a").GetInt32());
        Assert.Equal(new ImageSize(1, 1), result.Size);
    }

    [Fact]
    public async Task A_stream_continues_after_a_broken_picture()
    {
        var body = Streaming.Completed("broken!") + Streaming.Completed("QUJD");
        using var client = new FakeService().Replies(HttpStatusCode.OK, body, "text/event-stream").CreateClient();

        var events = await client.GenerateStreamingAsync(Three, Token).ToArrayAsync(Token);

        Assert.Equal([true, false], events.Cast<CompletedImageEvent>().Select(found => found.Image.IsWithheld));
    }

    private static byte[] Picture(int number) => [.. Bodies.Picture(200_000), (byte)number];

    private static string Text(int number) => Convert.ToBase64String(Picture(number));

    private static FakeService ServiceThatCuts(bool isLost)
    {
        var items = string.Join(",", Enumerable.Range(1, 3).Select(number => $"{{\"b64_json\":\"{Text(number)}\"}}"));
        var body = Encoding.UTF8.GetBytes("{\"data\":[" + items[..(items.Length - 100_000)]);
        Exception? end = isLost ? new IOException("reset") : null;

        return new FakeService().Replies(() => new HttpResponseMessage
        {
            Content = new StreamContent(new PiecewiseStream(body, [50_000], end)),
        });
    }

    // Returns its bytes, and then waits until the call is cancelled.
    // The build for netstandard2.0 calls the older of the two methods.
    private sealed class HangingStream(byte[] bytes, CancellationTokenSource stop) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length)
            {
                await HangAsync(cancellationToken);
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }

        public override async Task<int> ReadAsync(
            byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            if (Position == Length)
            {
                await HangAsync(cancellationToken);
            }

            return Read(buffer, offset, count);
        }

        private async Task HangAsync(CancellationToken cancellationToken)
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using OpenAIImages.Inputs;
using OpenAIImages.Masks;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Inputs;

/// <summary>The client refuses inputs that cannot be sent; it names them and sends nothing.</summary>
public sealed class InputFaultTests : IDisposable
{
    private const string Made = """{"created":1713833628,"data":[{"b64_json":"iVBORw=="}]}""";

    private readonly TemporaryDirectory _directory = new();
    private readonly FakeService _service = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_file_that_is_not_a_picture_is_refused_by_name()
    {
        File.WriteAllText(_directory.At("t.txt"), "hello");

        var refused = await RefuseAsync(ImageInput.FromFile(_directory.At("t.txt")));

        Assert.Equal("image[0]", refused.Input);
        Assert.Contains("t.txt", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_directory.Path, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/self/mem")]
    [InlineData("/dev/null/x")]
    [InlineData("a\0b")]
    public async Task A_file_that_cannot_be_read_is_an_ImageInputException(string path)
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "The files are those of Linux.");

        var refused = await RefuseAsync(ImageInput.FromFile(path));

        Assert.NotNull(refused.InnerException);
    }

    [Fact]
    public async Task A_file_that_fails_while_it_is_sent_is_an_ImageInputException()
    {
        using var stream = new FailingStream(Bodies.Picture(200_000), failAt: 100_000);

        var options = new ImageClientOptions { ApiKey = FakeService.Key, Endpoint = new Uri("https://fake.test/v1") };
        using var network = new ReadingNetwork();
        using var client = new OpenAIImageClient(options, network);
        var request = new EditImageRequest("a hat", ImageInput.FromStream(stream)) { Model = ImageModel.GptImage2 };

        var refused = await Assert.ThrowsAsync<ImageInputException>(() => client.EditAsync(request, Token));

        Assert.IsType<IOException>(refused.InnerException);
        Assert.False(refused.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_mask_without_a_transparent_pixel_is_refused()
    {
        var empty = new ImageMask(64, 48);
        using var client = _service.CreateClient();
        var request = new EditImageRequest("a hat", ImageInput.FromBytes(Bodies.Picture(100)))
        {
            Model = ImageModel.GptImage2,
            Mask = empty.ToMask(),
        };

        var refused = await Assert.ThrowsAsync<ImageInputException>(() => client.EditAsync(request, Token));
        Assert.Equal("mask", refused.Input);
        Assert.Empty(_service.Received);

        _service.Replies(HttpStatusCode.OK, Made);
        await client.EditAsync(request with { Mask = empty.AddRectangle(63, 47, 1, 1).ToMask() }, Token);
        Assert.Single(_service.Received);
    }

    // The PNGs use every filter, chunks of 100 bytes, grey and colour, and 8 and 16 bits.
    [Theory]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public async Task One_transparent_pixel_is_found_under_every_PNG_filter(byte kind, byte bits)
    {
        var opaque = AlphaPng.Write(kind, bits, 37, 25, freeAt: null);
        var free = AlphaPng.Write(kind, bits, 37, 25, freeAt: (36, 24));

        Assert.True(await PngOpacity.IsOpaqueAsync(new MemorySource(opaque), Token));
        Assert.False(await PngOpacity.IsOpaqueAsync(new MemorySource(free), Token));
        for (var length = 0; length < opaque.Length - 30; length += 7)
        {
            Assert.False(await PngOpacity.IsOpaqueAsync(new MemorySource(opaque.AsMemory(0, length)), Token));
        }
    }

    [Fact]
    public void A_link_of_plain_http_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ImageInput.FromLink(new Uri("http://files.test/a.png")));
        Assert.Throws<ArgumentException>(() => ImageInput.FromLink(new Uri("file:///a.png")));
        Assert.NotNull(ImageInput.FromLink(new Uri("https://files.test/a.png")));
    }

    [Fact]
    public async Task A_stream_that_another_call_reads_is_refused()
    {
        using var stream = new MemoryStream(Bodies.Picture(300_000));
        var one = new StreamSource(stream);
        var other = new StreamSource(stream);
        using var reading = one.Open("first call");
        Assert.Equal(1_000, await reading.ReadAsync(new byte[1_000], Token));

        var refused = Assert.Throws<ImageInputException>(() => other.Open("second call"));
        await Assert.ThrowsAsync<ImageInputException>(async () => await one.PeekAsync(new byte[10], Token));

        Assert.Contains("another call", refused.Message, StringComparison.Ordinal);
        reading.Dispose();
        using var free = other.Open("second call");
    }

    [Fact]
    public async Task A_later_attempt_takes_the_stream_from_an_earlier_one()
    {
        using var stream = new MemoryStream(Bodies.Picture(300_000));
        var source = new StreamSource(stream);
        using var first = source.Open("call");
        Assert.Equal(1_000, await first.ReadAsync(new byte[1_000], Token));

        using var second = source.Open("call");
        first.Dispose();
        var sent = new byte[300_000];
        await second.ReadExactlyAsync(sent, Token);

        Assert.Equal(Bodies.Picture(300_000), sent);
        await Assert.ThrowsAsync<IOException>(async () => await first.ReadExactlyAsync(new byte[1], Token));
    }

    [Fact]
    public async Task Calls_that_share_a_stream_send_all_its_bytes_or_are_refused()
    {
        var picture = Bodies.Picture(500_000);
        using var stream = new DrippingPicture(picture);
        var input = ImageInput.FromStream(stream);
        var options = new ImageClientOptions { ApiKey = FakeService.Key, Endpoint = new Uri("https://fake.test/v1") };
        using var network = new ReadingNetwork();
        using var client = new OpenAIImageClient(options, network);
        var calls = Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => client.EditAsync(
                new EditImageRequest("a hat", input) { Model = ImageModel.GptImage2 }, Token),
            Token)).ToArray();
        var failures = new List<Exception>();
        foreach (var call in calls)
        {
            try
            {
                await call;
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }

        Assert.All(failures, failure => Assert.IsType<ImageInputException>(failure));
        Assert.NotEmpty(network.Received);
        Assert.All(network.Received, sent => Assert.True(sent.AsSpan().IndexOf(picture) >= 0));
    }

    private async Task<ImageInputException> RefuseAsync(ImageInput image)
    {
        using var client = _service.CreateClient();
        var request = new EditImageRequest("a hat", image) { Model = ImageModel.GptImage2 };
        var refused = await Assert.ThrowsAsync<ImageInputException>(() => client.EditAsync(request, Token));
        Assert.Empty(_service.Received);

        return refused;
    }

    // A plain handler: the mock never returns if reading the content throws.
    private sealed class ReadingNetwork : HttpMessageHandler
    {
        public ConcurrentBag<byte[]> Received { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = new MemoryStream();
            await request.Content!.CopyToAsync(body, cancellationToken);
            Received.Add(body.ToArray());

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Made) };
        }
    }

    // The build for netstandard2.0 calls the older of the two methods.
    private sealed class FailingStream(byte[] bytes, int failAt) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => Position >= failAt
                ? throw new IOException("The disk has a fault.")
                : base.ReadAsync(buffer[..Math.Min(buffer.Length, 50_000)], cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => Position >= failAt
                ? throw new IOException("The disk has a fault.")
                : base.ReadAsync(buffer, offset, Math.Min(count, 50_000), cancellationToken);
    }

    private sealed class DrippingPicture(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();

            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 10_000)], cancellationToken);
        }
    }
}

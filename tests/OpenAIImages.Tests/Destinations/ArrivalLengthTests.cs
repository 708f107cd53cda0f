using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Destinations;

/// <summary>The client gives a destination the length of an image if it knows it before the image arrives.</summary>
public sealed class ArrivalLengthTests
{
    private static readonly GenerateImageRequest Request = new("a cat");

    private readonly byte[] _picture = Bodies.Picture(300_000);
    private readonly List<long?> _lengths = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ImageDestination Destination => ImageDestination.Create((arrival, _) =>
    {
        _lengths.Add(arrival.Length);

        return new ValueTask<Stream>(new MemoryStream());
    });

    [Fact]
    public async Task A_link_gives_the_length_that_its_host_announces()
    {
        using var client = new FakeService().Replies(HttpStatusCode.OK, _picture).CreateLinkClient();

        await client.DownloadAsync(
            new ImageOutput { Link = new Uri("https://files.test/a.png") }, Destination, cancellationToken: Token);

        Assert.Equal([300_000], _lengths);
    }

    [Fact]
    public async Task A_reply_that_is_the_image_itself_gives_its_length()
    {
        using var client = new FakeService().Replies(HttpStatusCode.OK, _picture).CreateClient();

        await client.GenerateAsync(Request, Destination, Token);

        Assert.Equal([300_000], _lengths);
    }

    [Fact]
    public async Task Bytes_in_memory_give_their_length_and_a_stream_does_not()
    {
        await Destination.WriteAsync(_picture, 0, Token);
        await Destination.CopyFromAsync(new MemoryStream(_picture), 0, Token);

        Assert.Equal([300_000, null], _lengths);
    }

    [Fact]
    public async Task Base64_in_JSON_does_not_give_the_length()
    {
        await Decoding.DecodeAsync(Bodies.Of(_picture), destination: Destination);

        Assert.Equal([null], _lengths);
    }

    [Fact]
    public void A_length_is_at_least_one_byte()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new ImageArrival(0, ImageMediaType.Png) { Length = 0 });
}

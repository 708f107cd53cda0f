using CsCheck;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Destinations;

public sealed class DestinationTests : IDisposable
{
    private static readonly GenerateImageRequest Request = new("a kingfisher at dawn");

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Each_picture_gets_its_own_file_with_the_extension_of_its_format()
    {
        var first = Bodies.Picture(200_000, seed: 1);
        var second = Bodies.Picture(70_000, seed: 2);

        var result = await Decoding.DecodeAsync(
            Bodies.Of(first, second), [4_096, 7], ImageDestination.File(_directory.At("cat")), count: 2);

        Assert.Equal(["cat-2.png", "cat.png"], _directory.Files);
        Assert.Equal(first, _directory.Read("cat.png"));
        Assert.Equal(second, _directory.Read("cat-2.png"));
        Assert.Equal(_directory.At("cat.png"), result.Images[0].SavedPath);
        Assert.Equal(200_000, result.Images[0].Length);
        Assert.Equal(ImageMediaType.Png, result.Images[0].MediaType);
        Assert.True(result.Images[0].Bytes.IsEmpty);
        Assert.False(result.Images[0].IsWithheld);
    }

    [Fact]
    public async Task A_missing_directory_is_created_and_its_file_names_are_unique()
    {
        var destination = ImageDestination.Directory(_directory.At("out/today/"));
        for (var i = 0; i < 20; i++)
        {
            await Decoding.DecodeAsync(
                Bodies.Of(Bodies.Picture(100)), destination: destination.Prepare(Request, callLog: null));
        }

        Assert.Equal(20, _directory.Files.Length);
        Assert.All(
            _directory.Files, file => Assert.Matches(@"^out/today/image-\d{8}-\d{6}-[0-9a-f]{12}-01\.png$", file));
    }

    [Fact]
    public async Task A_reply_cut_short_anywhere_leaves_only_whole_files()
    {
        var body = Bodies.Of(Bodies.Picture(100_000), Bodies.Picture(100_000));
        var text = Bodies.Text(body);
        var endOfFirst = text.IndexOf("\"}", StringComparison.Ordinal) + 1;
        var endOfSecond = text.LastIndexOf("\"}]", StringComparison.Ordinal) + 1;

        await Gen.Int[1, body.Length - 1].SampleAsync(async length =>
        {
            await Assert.ThrowsAsync<ImageDecodeException>(() => Decoding.DecodeAsync(
                body[..length], [9_000], ImageDestination.File(_directory.At("cat.png")), count: 2));

            Assert.Equal(length < endOfFirst ? 0 : length < endOfSecond ? 1 : 2, _directory.Files.Length);
            Assert.All(_directory.Files, file => Assert.Equal(100_000, _directory.Read(file).Length));
            Array.ForEach(_directory.Files, file => File.Delete(_directory.At(file)));
        }, iter: 30, threads: 1);
    }

    [Fact]
    public async Task An_existing_file_stays_until_the_new_one_is_whole()
    {
        File.WriteAllText(_directory.At("cat.png"), "old");
        var body = Bodies.Of(Bodies.Picture(100_000));

        var destination = ImageDestination.File(_directory.At("cat.png"), ExistingFile.Replace);
        await Assert.ThrowsAsync<ImageDecodeException>(
            () => Decoding.DecodeAsync(body[..50_000], destination: destination));
        Assert.Equal("old", File.ReadAllText(_directory.At("cat.png")));

        await Decoding.DecodeAsync(body, destination: destination);
        Assert.Equal(100_000, new FileInfo(_directory.At("cat.png")).Length);
        Assert.Equal(["cat.png"], _directory.Files);
    }

    [Fact]
    public void An_unwritable_destination_is_refused_before_sending()
    {
        var missing = ImageDestination.File(_directory.At("no/such/directory/cat.png"));
        var directory = ImageDestination.File(_directory.Path);
        File.WriteAllText(_directory.At("file"), "");
        var belowFile = ImageDestination.Directory(_directory.At("file/below"));
        using var stream = new MemoryStream();

        Assert.Throws<ImageDestinationException>(() => missing.Prepare(Request, null));
        Assert.Throws<ImageDestinationException>(() => directory.Prepare(Request, null));
        Assert.Throws<ImageDestinationException>(() => belowFile.Prepare(Request, null));
        Assert.Throws<ImageDestinationException>(
            () => ImageDestination.Stream(stream).Prepare(Request with { Count = 2 }, null));
    }

    [Fact]
    public async Task A_destination_stream_is_written_and_left_open()
    {
        var picture = Bodies.Picture(150_000);
        using var stream = new MemoryStream();

        await Decoding.DecodeAsync(Bodies.Of(picture), [1_000], ImageDestination.Stream(stream));

        Assert.Equal(picture, stream.ToArray());
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public async Task A_second_picture_for_one_stream_is_refused()
    {
        using var stream = new MemoryStream();
        var body = Bodies.Of(Bodies.Picture(100), Bodies.Picture(100));

        var failed = await Assert.ThrowsAsync<ImageDestinationException>(
            () => Decoding.DecodeAsync(body, destination: ImageDestination.Stream(stream)));

        Assert.Contains("Create", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_that_a_function_opens_are_closed_after_their_picture()
    {
        List<MemoryStream> opened = [];
        List<ImageArrival> arrivals = [];
        var destination = ImageDestination.Create((arrival, _) =>
        {
            arrivals.Add(arrival);
            opened.Add(new MemoryStream());

            return new ValueTask<Stream>(opened[^1]);
        });

        await Decoding.DecodeAsync(Bodies.Of(Bodies.Picture(10), Bodies.Picture(20)), destination: destination);

        Assert.Equal([new ImageArrival(0, ImageMediaType.Png), new ImageArrival(1, ImageMediaType.Png)], arrivals);
        Assert.Equal([10, 20], opened.Select(stream => stream.ToArray().Length));
        Assert.All(opened, stream => Assert.False(stream.CanWrite));
    }

    [Fact]
    public async Task A_stream_that_fails_is_an_ImageDestinationException()
    {
        var destination = ImageDestination.Create((_, _) => throw new InvalidOperationException("no room"));

        var failed = await Assert.ThrowsAsync<ImageDestinationException>(
            () => Decoding.DecodeAsync(Bodies.Of(Bodies.Picture(10)), destination: destination));

        Assert.IsType<InvalidOperationException>(failed.InnerException);
    }
}

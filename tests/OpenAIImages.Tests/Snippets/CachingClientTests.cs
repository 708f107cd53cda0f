using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Snippets;

/// <summary>A decorator writes to a destination as the client itself does.</summary>
public sealed class CachingClientTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_decorator_writes_cached_images_to_the_destination()
    {
        var service = new FakeService();
        service.Replies(System.Net.HttpStatusCode.OK, Bodies.Of(Bodies.Picture(1_000), Bodies.Picture(500, seed: 2)));
        using var inner = service.CreateClient();
        var client = new CachingClient(inner);

        var first = await client.GenerateAsync(new GenerateImageRequest("a fox") { Count = 2 }, Token);
        var second = await client.GenerateAsync(
            new GenerateImageRequest("a fox") { Count = 2, Timeout = TimeSpan.FromMinutes(1) },
            ImageDestination.File(_directory.At("fox")),
            Token);

        Assert.Single(service.Received);
        Assert.Equal(["fox-2.png", "fox.png"], _directory.Files.Order(StringComparer.Ordinal));
        Assert.Equal(Bodies.Picture(1_000), _directory.Read("fox.png"));
        Assert.Equal([1_000, 500], second.Images.Select(image => image.Length));
        Assert.Equal(_directory.At("fox.png"), second.Images[0].SavedPath);
        Assert.Equal(first.Usage, second.Usage);
    }
}

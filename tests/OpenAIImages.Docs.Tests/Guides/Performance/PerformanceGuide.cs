using Docs.Support;
using OpenAIImages;

namespace Docs.Guides.Performance;

public sealed class PerformanceGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task An_image_goes_straight_to_the_disk()
    {
        var client = Client;
        var request = new GenerateImageRequest("a red fox in the snow");

        await client.GenerateAsync(request, ImageDestination.Directory("out"));

        Assert.Single(Directory.GetFiles("out"));
    }

    [Fact]
    public async Task One_client_serves_many_calls_at_once()
    {
        string[] prompts = ["a fox", "a cat", "a dog", "a bird"];

        using var client = new OpenAIImageClient(new ImageClientOptions().UseRateLimit(imagesPerMinute: 50));

        var calls = prompts.Select((prompt, index) => client.GenerateAsync(
            prompt, ImageDestination.Directory("out", _ => $"image-{index}")));
        var results = await Task.WhenAll(calls);

        Assert.Equal(4, results.Length);
        Assert.Equal(4, Directory.GetFiles("out").Length);
    }

    [Fact]
    public async Task A_client_lives_in_a_field()
    {
        using var posters = new Posters();

        var result = await posters.MakeAsync("a jazz night", Token);

        Assert.Single(result.Images);
    }

    public sealed class Posters : IDisposable
    {
        private readonly OpenAIImageClient _client = new();

        public Task<ImageResult> MakeAsync(string title, CancellationToken cancellationToken)
            => _client.GenerateAsync($"a poster for {title}", cancellationToken);

        public void Dispose() => _client.Dispose();
    }
}

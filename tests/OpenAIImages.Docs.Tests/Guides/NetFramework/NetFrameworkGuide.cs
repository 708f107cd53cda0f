using Docs.Support;
using OpenAIImages;

namespace Docs.Guides.NetFramework;

public sealed class NetFrameworkGuide(OfflineService service) : Guide(service)
{
    public static async Task<string> DrawAsync(CancellationToken cancellationToken)
    {
        using (var client = new OpenAIImageClient())
        {
            var request = new GenerateImageRequest("a red fox in the snow") { Size = ImageSize.Square };
            var result = await client.GenerateAsync(request, cancellationToken).ConfigureAwait(false);

            return await result.Images[0].SaveAsync("fox", cancellationToken).ConfigureAwait(false);
        }
    }

    [Fact]
    public async Task An_image_is_drawn_in_an_older_version_of_the_language()
    {
        var path = await DrawAsync(Token);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Events_are_read_in_a_loop()
    {
        var client = Client;
        var request = new GenerateImageRequest("a red fox in the snow");

        await foreach (var item in client.GenerateStreamingAsync(request))
        {
            Console.WriteLine(item.ImageIndex);
        }

        Assert.Single(Received);
    }
}

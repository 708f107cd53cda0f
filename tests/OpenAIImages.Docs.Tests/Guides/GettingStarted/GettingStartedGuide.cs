using Docs.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.GettingStarted;

public sealed class GettingStartedGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task The_first_image_is_a_file()
    {
        using var client = new OpenAIImageClient();

        var result = await client.GenerateAsync("a red fox in the snow");
        var path = await result.Images[0].SaveAsync("fox");

        Console.WriteLine(path);

        Assert.Equal("fox.png", Path.GetFileName(path));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task The_first_image_is_drawn_without_a_key()
    {
        await using var emulator = await ImageEmulator.StartAsync();
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = emulator.Endpoint });

        var result = await client.GenerateAsync("一只可爱的猫在草地上玩耍");
        await result.Images[0].SaveAsync("cat");

        Assert.True(File.Exists("cat.png"));
    }

    [Fact]
    public async Task A_request_says_what_the_image_should_be()
    {
        var client = Client;

        var request = new GenerateImageRequest("a poster for a jazz night")
        {
            Model = ImageModel.GptImage26Flare,
            Size = new ImageSize(1024, 1536),
            Quality = ImageQuality.High,
            OutputFormat = ImageFileFormat.WebP,
        };
        var result = await client.GenerateAsync(request);

        Console.WriteLine($"{result.Size}, {result.Images[0].Length} bytes, {result.Usage?.TotalTokens} tokens");

        Assert.Equal("1024x1536", Assert.Single(Received).Size);
    }

    [Fact]
    public async Task A_cheaper_variant_is_a_copy_of_the_request()
    {
        var client = Client;
        var request = new GenerateImageRequest("a poster for a jazz night") { Quality = ImageQuality.High };

        var draft = request with { Quality = ImageQuality.Low, Size = ImageSize.Square };
        await client.GenerateAsync(draft);

        Assert.Equal("low", Assert.Single(Received).Quality);
    }

    [Fact]
    public async Task A_host_reads_its_configuration()
    {
        var builder = new { Services = new ServiceCollection(), Configuration = new ConfigurationManager() };
        builder.Configuration["OpenAIImages:Model"] = "gpt-image-2";

        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        builder.Services.AddSingleton<Covers>();

        await using var services = builder.Services.BuildServiceProvider();
        var path = await services.GetRequiredService<Covers>().MakeAsync("The Fox in the Snow", Token);

        Assert.True(File.Exists(path));
        Assert.Equal("gpt-image-2", Assert.Single(Received).Model);
    }

    [Fact]
    public async Task A_failure_is_caught_by_its_type()
    {
        var client = Client;
        using var refusal = Emulator.Fail(EmulatorFault.Moderation("violence"), times: 1);

        try
        {
            await client.GenerateAsync("a red fox in the snow");
        }
        catch (ImageModerationException refused)
        {
            Console.WriteLine($"Please change the prompt: {string.Join(", ", refused.Categories)}");
        }
        catch (ImageClientException failure)
        {
            Console.WriteLine(failure.Message);
        }

        Assert.Equal(1, refusal.Strikes);
    }

    internal sealed class Covers(IImageClient images)
    {
        public async Task<string?> MakeAsync(string title, CancellationToken cancellationToken = default)
        {
            var request = new GenerateImageRequest($"a book cover: {title}") { Size = ImageSize.Portrait };
            var result = await images.GenerateAsync(
                request, ImageDestination.File("cover", ExistingFile.Number), cancellationToken);

            return result.Images[0].SavedPath;
        }
    }
}

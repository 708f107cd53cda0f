using System.ClientModel;
using Docs.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAI;
using OpenAIImages;

namespace Docs.Guides.MovingFromExtensionsAi;

/// <summary>The generator before and after, against the emulator.</summary>
public sealed class MovingFromExtensionsAiGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task The_generator_before()
    {
        var images = new OpenAI.Images.ImageClient(
            "gpt-image-2",
            new ApiKeyCredential("sk-of-a-guide"),
            new OpenAIClientOptions { Endpoint = Emulator.Endpoint });

        using var generator = images.AsIImageGenerator();

        await generator.GenerateImagesAsync("a red fox in the snow", cancellationToken: Token);
        Assert.Single(Received);
    }

    [Fact]
    public async Task The_generator_after()
    {
        var client = Client;

        using var generator = client.AsImageGenerator();

        await generator.GenerateImagesAsync("a red fox in the snow", cancellationToken: Token);
        Assert.Single(Received);
    }

    [Fact]
    public async Task Calls_do_not_change()
    {
        using var generator = Client.AsImageGenerator();

        var options = new ImageGenerationOptions
        {
            ModelId = "gpt-image-2",
            Count = 2,
            ImageSize = new(1536, 1024),
            MediaType = "image/jpeg",
        };
        var response = await generator.GenerateImagesAsync("a red fox in the snow", options);

        foreach (var image in response.Contents.OfType<DataContent>())
        {
            Console.WriteLine($"{image.MediaType}, {image.Data.Length} bytes");
        }

        Console.WriteLine(response.Usage?.TotalTokenCount);

        Assert.Equal((2, "1536x1024", "jpeg"), (Received[0].Count, Received[0].Size, Received[0].OutputFormat));
        Assert.Equal(2, response.Contents.Count);
    }

    [Fact]
    public async Task An_edit_accepts_several_images()
    {
        using var generator = Client.AsImageGenerator();
        await Client.GenerateAsync("a red fox", ImageDestination.File("fox.png"), Token);
        await Client.GenerateAsync("a red hat", ImageDestination.File("hat.png"), Token);

        AIContent[] originals =
        [
            new DataContent(await File.ReadAllBytesAsync("fox.png"), "image/png"),
            new DataContent(await File.ReadAllBytesAsync("hat.png"), "image/png"),
        ];
        var response = await generator.EditImagesAsync(originals, "give it this hat");

        Assert.Single(response.Contents);
        Assert.Equal(2, Received[^1].Images.Count);
    }

    [Fact]
    public async Task Further_fields_are_additional_properties()
    {
        using var generator = Client.AsImageGenerator();

        var options = new ImageGenerationOptions
        {
            AdditionalProperties = new()
            {
                ["quality"] = "low",
                ["background"] = "opaque",
            },
        };
        await generator.GenerateImagesAsync("a red fox in the snow", options);

        Assert.Equal("low", Received[0].Quality);
        Assert.Equal("opaque", Received[0].Fields["background"]);
    }

    [Fact]
    public async Task A_request_can_be_the_starting_point()
    {
        using var generator = Client.AsImageGenerator();

        var options = new ImageGenerationOptions
        {
            RawRepresentationFactory = _ => new GenerateImageRequest("replaced by the prompt of the call")
            {
                Quality = ImageQuality.Low,
                Timeout = TimeSpan.FromMinutes(2),
            },
        };
        var response = await generator.GenerateImagesAsync("a red fox in the snow", options);

        var result = (ImageResult?)response.RawRepresentation;
        Console.WriteLine(result?.RequestId);

        Assert.Equal(("a red fox in the snow", "low"), (Received[0].Prompt, Received[0].Quality));
        Assert.NotNull(result?.RequestId);
    }

    [Fact]
    public async Task A_host_has_both_interfaces()
    {
        var builder = new { Services = new ServiceCollection(), Configuration = new ConfigurationManager() };
        builder.Services.AddLogging(logging => logging.ClearProviders());

        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        builder.Services
            .AddImageGenerator(services => services.GetRequiredService<IImageClient>().AsImageGenerator())
            .UseLogging();

        await using var services = builder.Services.BuildServiceProvider();
        var generator = services.GetRequiredService<IImageGenerator>();
        await generator.GenerateImagesAsync("a red fox", cancellationToken: Token);
        Assert.Single(Received);
    }
}

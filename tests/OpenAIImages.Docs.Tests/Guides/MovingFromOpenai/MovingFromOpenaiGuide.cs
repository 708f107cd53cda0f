using System.ClientModel;
using System.Text.Json;
using Docs.Support;
using OpenAI;
using OpenAI.Images;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.MovingFromOpenai;

/// <summary>Both sides run against the emulator: the old code and the new.</summary>
public sealed class MovingFromOpenaiGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task An_image_by_the_old_client()
    {
        var images = Official();

        GeneratedImage image = await images.GenerateImageAsync("a red fox in the snow");
        await File.WriteAllBytesAsync("fox.png", image.ImageBytes.ToArray());

        Assert.True(File.Exists("fox.png"));
    }

    [Fact]
    public async Task An_image_by_the_new_client()
    {
        var client = Client;

        var result = await client.GenerateAsync("a red fox in the snow");
        await result.Images[0].SaveAsync("fox");

        Assert.True(File.Exists("fox.png"));
    }

    [Fact]
    public void The_old_client_is_made()
    {
        var key = "sk-of-a-guide";

        var images = new ImageClient("gpt-image-2", key);

        Assert.NotNull(images);
    }

    [Fact]
    public void The_new_client_is_made()
    {
        var key = "sk-of-a-guide";

        using var client = new OpenAIImageClient(key);

        Assert.NotNull(client);
    }

    [Fact]
    public async Task Options_of_the_old_client()
    {
        var images = Official();

#pragma warning disable OPENAI001 // Size, quality, format, compression and usage are for evaluation there.
        var options = new ImageGenerationOptions
        {
            Size = GeneratedImageSize.W1024xH1536,
            Quality = GeneratedImageQuality.LowQuality,
            OutputFileFormat = GeneratedImageFileFormat.Jpeg,
            OutputCompressionFactor = 80,
            EndUserId = "user-7",
        };
        GeneratedImageCollection made = await images.GenerateImagesAsync("a red fox in the snow", 2, options);
        Console.WriteLine(made.Usage.TotalTokenCount);
#pragma warning restore OPENAI001

        Assert.Equal("low", Assert.Single(Received).Quality);
        Assert.Equal(2, made.Count);
    }

    [Fact]
    public async Task Properties_of_the_new_request()
    {
        var client = Client;

        var request = new GenerateImageRequest("a red fox in the snow")
        {
            Count = 2,
            Size = new ImageSize(1024, 1536),
            Quality = ImageQuality.Low,
            OutputFormat = ImageFileFormat.Jpeg,
            OutputCompression = 80,
            SafetyIdentifier = "user-7",
        };
        var result = await client.GenerateAsync(request);
        Console.WriteLine(result.Usage?.TotalTokens);

        Assert.Equal("low", Assert.Single(Received).Quality);
        Assert.Equal(2, result.Images.Count);
    }

    [Fact]
    public async Task An_edit_by_the_old_client()
    {
        await Client.GenerateAsync("a red fox", ImageDestination.File("fox.png"), Token);
        var images = Official();

        GeneratedImage edited = await images.GenerateImageEditAsync("fox.png", "give it a red hat");

        Assert.NotEmpty(edited.ImageBytes.ToArray());
        Assert.Single(Received[^1].Images);
    }

    [Fact]
    public async Task An_edit_by_the_new_client()
    {
        await Client.GenerateAsync("a red fox", ImageDestination.File("fox.png"), Token);
        await Client.GenerateAsync("a red hat", ImageDestination.File("hat.png"), Token);
        var client = Client;

        var result = await client.EditAsync(
            "give it this hat", [ImageInput.FromFile("fox.png"), ImageInput.FromFile("hat.png")]);

        Assert.Single(result.Images);
        Assert.Equal(2, Received[^1].Images.Count);
    }

    [Fact]
    public async Task Events_of_the_old_client()
    {
        var images = Official();

        using var body = BinaryContent.Create(BinaryData.FromObjectAsJson(new
        {
            model = "gpt-image-2",
            prompt = "a red fox in the snow",
            stream = true,
            partial_images = 2,
        }));
#pragma warning disable OPENAI001
        await foreach (var item in await images.GenerateImagesStreamingAsync(body))
#pragma warning restore OPENAI001
        {
            using var json = JsonDocument.Parse(item.Data);
            var bytes = json.RootElement.GetProperty("b64_json").GetBytesFromBase64();
            Console.WriteLine($"{json.RootElement.GetProperty("type")}: {bytes.Length} bytes");
        }

        Assert.Equal(2, Assert.Single(Received).PartialImages);
    }

    [Fact]
    public async Task Events_of_the_new_client()
    {
        var client = Client;

        var request = new GenerateImageRequest("a red fox in the snow") { PartialImages = 2 };
        await foreach (var item in client.GenerateStreamingAsync(request))
        {
            Console.WriteLine(item switch
            {
                PartialImageEvent preview => $"preview {preview.PartialImageIndex}: {preview.Image.Length} bytes",
                CompletedImageEvent finished => $"finished: {finished.Image.Length} bytes",
                _ => "something newer",
            });
        }

        Assert.Equal(2, Assert.Single(Received).PartialImages);
    }

    [Fact]
    public async Task An_exception_of_the_old_client()
    {
        using var refusal = Emulator.Fail(EmulatorFault.Moderation("violence"));
        var images = Official();

        try
        {
            await images.GenerateImageAsync("a red fox in the snow");
        }
        catch (ClientResultException failure) when (failure.Message.Contains("moderation_blocked"))
        {
            Console.WriteLine($"Status {failure.Status}: please change the prompt.");
        }

        Assert.Equal(1, refusal.Strikes);
    }

    [Fact]
    public async Task An_exception_of_the_new_client()
    {
        using var refusal = Emulator.Fail(EmulatorFault.Moderation("violence"));
        var client = Client;

        try
        {
            await client.GenerateAsync("a red fox in the snow");
        }
        catch (ImageModerationException refused)
        {
            Console.WriteLine($"Please change the prompt: {string.Join(", ", refused.Categories)}");
        }

        Assert.Equal(1, refusal.Strikes);
    }

    private ImageClient Official() => new(
        "gpt-image-2",
        new ApiKeyCredential("sk-of-a-guide"),
        new OpenAIClientOptions { Endpoint = Emulator.Endpoint });
}

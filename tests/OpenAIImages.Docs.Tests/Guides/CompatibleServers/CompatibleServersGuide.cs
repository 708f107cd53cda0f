using Docs.Support;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.CompatibleServers;

public sealed class CompatibleServersGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task A_local_server_needs_no_key()
    {
        var options = new ImageClientOptions
        {
            Endpoint = new Uri("http://localhost:8080/v1"),
            AllowAnonymous = true,
            Model = "local",
        };
        using var client = new OpenAIImageClient(options);

        await using var keyless = await StartKeylessAsync();
        using var network = new OtherAddress(keyless);
        using var same = new OpenAIImageClient(options, network);
        await same.GenerateAsync("a red fox", Token);
        Assert.False(keyless.Received[0].Headers.ContainsKey("Authorization"));
        Assert.Equal("http://localhost:8080/v1/images/generations", network.Asked[0].AbsoluteUri);
    }

    [Fact]
    public async Task A_server_behind_a_gateway_has_a_key_and_headers()
    {
        var key = "key-of-the-gateway";

        var options = new ImageClientOptions
        {
            Endpoint = new Uri("https://images.example.com/v1"),
            ApiKey = key,
            KeyHeader = "x-api-key",
            Headers = { ["x-team"] = "design" },
        };

        await using var keyless = await StartKeylessAsync();
        using var network = new OtherAddress(keyless);
        using var client = new OpenAIImageClient(options, network);
        await client.GenerateAsync("a red fox", Token);
        var received = Assert.Single(keyless.Received);
        Assert.Equal([key], received.Headers["x-api-key"]);
        Assert.Equal(["design"], received.Headers["x-team"]);
    }

    [Fact]
    public async Task Extra_fields_are_sent_under_their_names()
    {
        var client = Client;

        var request = new GenerateImageRequest("a red fox in the snow")
        {
            Model = "local",
            Size = new ImageSize(512, 512),
            Extra = ExtraFields.Empty
                .With("seed", 42)
                .With("negative_prompt", "blurred"),
        };
        var result = await client.GenerateAsync(request);

        if (result.Images[0].Extra.TryGetValue("seed", out var seed))
        {
            Console.WriteLine($"The server says that the seed was {seed}.");
        }

        Assert.Equal("42", Assert.Single(Received).ExtraFields["seed"]);
    }

    [Fact]
    public async Task Delivery_requests_links_or_base64()
    {
        var client = Client;

        var request = new GenerateImageRequest("a red fox in the snow")
        {
            Model = "local",
            Delivery = ImageDelivery.Link,
        };
        var result = await client.GenerateAsync(request);
        var saved = await client.DownloadAsync(result.Images[0], ImageDestination.File("fox"));

        Console.WriteLine(saved.SavedPath);

        Assert.NotNull(result.Images[0].Link);
        Assert.True(File.Exists("fox.png"));
    }

    [Fact]
    public async Task A_reply_without_an_image_does_not_crash_the_program()
    {
        using var none = Emulator.Fail(
            new EmulatorFault { Status = 200, ContentType = "application/json", Body = """{"created":1,"data":[]}""" });
        var client = Client;
        var request = new GenerateImageRequest("a red fox in the snow") { Model = "local" };

        try
        {
            var result = await client.GenerateAsync(request);
            foreach (var image in result.Images.Where(image => !image.IsWithheld))
            {
                await image.SaveAsync("fox");
            }

            Console.WriteLine($"{result.Images.Count} of {request.Count ?? 1} came.");
        }
        catch (ImageDecodeException unreadable)
        {
            Console.WriteLine($"{unreadable.Member}: {unreadable.BodyExcerpt}");
        }

        Assert.Equal(1, none.Strikes);
        Assert.Empty(Directory.EnumerateFiles("."));
    }

    [Fact]
    public async Task A_variation_works_if_the_server_supports_variations()
    {
        var client = Client;
        await client.GenerateAsync("a red fox in the snow", ImageDestination.File("fox.png"), Token);

        var request = new CreateVariationRequest(ImageInput.FromFile("fox.png")) { Model = "local" };
        var result = await client.CreateVariationAsync(request);
        await result.Images[0].SaveAsync("other-fox");

        Assert.True(File.Exists("other-fox.png"));
    }

    private static Task<ImageEmulator> StartKeylessAsync()
        => ImageEmulator.StartAsync(new ImageEmulatorOptions { RequireKey = false, MaxPictureEdge = 64 }, Token);
}

using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Images;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Client;

/// <summary>The official package for .NET calls the emulator; only its address differs.</summary>
public sealed class OfficialClientTests(SharedService shared) : IClassFixture<SharedService>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_official_client_makes_a_picture()
    {
        var result = await Client("gpt-image-2").GenerateImageAsync("a red fox", cancellationToken: Token);

        Assert.Equal(TinyEngine.Bytes(0), result.Value.ImageBytes.ToArray());
    }

    [Fact]
    public async Task The_official_client_makes_several_pictures_with_every_option_it_has()
    {
#pragma warning disable OPENAI001 // The package marks these options as experimental; the test shows that they work.
        var options = new ImageGenerationOptions
        {
            Quality = new GeneratedImageQuality("high"),
            Size = GeneratedImageSize.W1536xH1024,
            Background = GeneratedImageBackground.Transparent,
            OutputFileFormat = GeneratedImageFileFormat.Webp,
            OutputCompressionFactor = 80,
            ModerationLevel = GeneratedImageModerationLevel.Low,
            EndUserId = "u",
        };

        var result = await Client("gpt-image-2").GenerateImagesAsync("a red fox", 3, options, Token);

        Assert.Equal(
            [TinyEngine.Bytes(0), TinyEngine.Bytes(1), TinyEngine.Bytes(2)],
            result.Value.Select(image => image.ImageBytes.ToArray()));
        Assert.Equal(3 * 5_488, result.Value.Usage.OutputTokenCount);
        Assert.Equal(9, result.Value.Usage.InputTokenCount);
        Assert.Equal(DateTimeOffset.UtcNow, result.Value.CreatedAt, TimeSpan.FromMinutes(1));
#pragma warning restore OPENAI001
    }

    [Fact]
    public async Task The_official_client_follows_a_link()
    {
        var options = new ImageGenerationOptions { ResponseFormat = GeneratedImageFormat.Uri };

        var result = await Client("local").GenerateImageAsync("a red fox", options, Token);

        using var stranger = new HttpClient();
        Assert.Equal(TinyEngine.Bytes(0), await stranger.GetByteArrayAsync(result.Value.ImageUri, Token));
    }

    [Fact]
    public async Task The_official_client_gets_the_refusal_of_the_service_when_it_requests_bytes()
    {
        var options = new ImageGenerationOptions { ResponseFormat = GeneratedImageFormat.Bytes };

        var refused = await Assert.ThrowsAsync<ClientResultException>(
            () => Client("gpt-image-2").GenerateImageAsync("a red fox", options, Token));

        Assert.Equal(400, refused.Status);
        Assert.Equal(
            """
            HTTP 400 (invalid_request_error: unknown_parameter)
            Parameter: response_format

            Unknown parameter: 'response_format'.
            """.ReplaceLineEndings("\n"),
            refused.Message.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("gpt-image-2", "[moderate]", 400, "moderation_blocked")]
    [InlineData("dall-e-3", "a cat", 400, "image_generation_user_error: invalid_value")]
    public async Task The_official_client_reports_a_refusal_with_its_code(
        string model, string prompt, int status, string code)
    {
        var refused = await Assert.ThrowsAsync<ClientResultException>(
            () => Client(model).GenerateImageAsync(prompt, cancellationToken: Token));

        Assert.Equal(status, refused.Status);
        Assert.Contains(code, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_official_client_reports_a_wrong_key()
    {
        await using var service = await Service.StartAsync(options => options.ApiKeys = ["right"]);
        var client = new ImageClient("gpt-image-2", new ApiKeyCredential("wrong"), Options(service));

        var refused = await Assert.ThrowsAsync<ClientResultException>(
            () => client.GenerateImageAsync("a red fox", cancellationToken: Token));

        Assert.Equal(401, refused.Status);
    }

    private ImageClient Client(string model) => new(model, new ApiKeyCredential("sk-any"), Options(shared.Service));

    private static OpenAIClientOptions Options(Service service) => new()
    {
        Endpoint = service.Emulator.Endpoint,
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
    };
}

using Microsoft.Extensions.AI;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>A generator gives its metadata, itself and its client as services.</summary>
public sealed class ServiceTests
{
    [Fact]
    public void A_missing_client_is_refused()
        => Assert.Throws<ArgumentNullException>(() => default(IImageClient)!.AsImageGenerator());

    [Fact]
    public void The_client_and_the_generator_are_services()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient();
        var generator = client.AsImageGenerator();

        Assert.Same(client, generator.GetService<IImageClient>());
        Assert.Same(client, generator.GetService<OpenAIImageClient>());
        Assert.Same(generator, generator.GetService<IImageGenerator>());
        Assert.Same(generator, generator.GetService(typeof(IDisposable)));
        Assert.Null(generator.GetService<IChatClient>());
        Assert.Throws<ArgumentNullException>(() => generator.GetService(null!));
    }

    [Fact]
    public void No_service_has_a_key()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient();
        var generator = client.AsImageGenerator();

        Assert.Null(generator.GetService(typeof(IImageGenerator), "key"));
        Assert.Null(generator.GetService(typeof(IImageClient), "key"));
        Assert.Null(generator.GetService(typeof(ImageGeneratorMetadata), 1));
    }

    [Theory]
    [InlineData("https://api.openai.com/v1/", null, "openai", "gpt-image-2")]
    [InlineData("https://api.openai.com/v1/", "gpt-image-2.6-flare", "openai", "gpt-image-2.6-flare")]
    [InlineData("https://mine.openai.azure.com/openai/v1/", "pictures", "azure.ai.openai", "pictures")]
    [InlineData("http://localhost:8080/v1/", null, "openai_compatible", null)]
    public void Metadata_have_provider_and_address_and_default_model(
        string endpoint, string? model, string provider, string? defaultModel)
    {
        using var wire = new Wire();
        using var client = wire.CreateClient(options =>
        {
            options.Endpoint = new Uri(endpoint);
            options.Model = model;
        });

        var metadata = client.AsImageGenerator().GetRequiredService<ImageGeneratorMetadata>();

        Assert.Equal(
            (provider, new Uri(endpoint), defaultModel),
            (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId));
    }

    [Fact]
    public void Metadata_of_a_decorated_client_come_from_its_owner()
    {
        var metadata = new ImageGeneratorMetadata("openai", Wire.Endpoint, "gpt-image-2");
        var client = new RecordingClient();

        var unknown = client.AsImageGenerator().GetRequiredService<ImageGeneratorMetadata>();

        Assert.Same(metadata, client.AsImageGenerator(metadata).GetService<ImageGeneratorMetadata>());
        Assert.Null(unknown.ProviderName);
        Assert.Null(unknown.DefaultModelId);
    }

    [Fact]
    public async Task Disposal_of_a_generator_does_not_dispose_the_client()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient();
        client.AsImageGenerator().Dispose();

        var result = await client.GenerateAsync("a cat", TestContext.Current.CancellationToken);

        Assert.Single(result.Images);
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OpenAIImages.Tests;

/// <summary>A client shows the address of its calls.</summary>
public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("https://api.openai.com/v1/", null, "openai", "gpt-image-2")]
    [InlineData("https://eu.api.openai.com/v1/", "gpt-image-2.6-flare", "openai", "gpt-image-2.6-flare")]
    [InlineData("https://mine.openai.azure.com/openai/v1/", "pictures", "azure.ai.openai", "pictures")]
    [InlineData("https://api.x.ai/v1/", null, "x_ai", null)]
    [InlineData("http://localhost:8080/v1/", null, "openai_compatible", null)]
    public void A_client_shows_its_address_and_model_and_provider(
        string endpoint, string? model, string provider, string? expected)
    {
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "sk-test", Endpoint = new Uri(endpoint), Model = model });

        Assert.Equal(new Uri(endpoint), client.Endpoint);
        Assert.Equal(expected, client.Model?.ToString());
        Assert.Equal(provider, client.Provider);
    }

    [Fact]
    public void A_reload_changes_the_address_of_a_client()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        configuration["ApiKey"] = "sk-test";
        configuration["Endpoint"] = "https://one.test/v1/";
        var services = new ServiceCollection();
        services.AddImageClient(configuration);
        using var provider = services.BuildServiceProvider();
        var client = (OpenAIImageClient)provider.GetRequiredService<IImageClient>();
        var before = client.Endpoint;

        configuration["Endpoint"] = "https://two.test/v1/";
        configuration.Reload();

        Assert.Equal(new Uri("https://one.test/v1/"), before);
        Assert.Equal(new Uri("https://two.test/v1/"), client.Endpoint);
    }
}

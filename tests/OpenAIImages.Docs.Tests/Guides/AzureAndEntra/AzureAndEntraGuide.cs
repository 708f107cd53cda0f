using Azure.Core;
using Azure.Identity;
using Docs.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.AzureAndEntra;

public sealed class AzureAndEntraGuide(OfflineService service) : Guide(service), IAsyncLifetime
{
    private ImageEmulator _azure = null!;

    public async ValueTask InitializeAsync()
        => _azure = await ImageEmulator.StartAsync(new ImageEmulatorOptions
        {
            MaxPictureEdge = 64,
            ModelAliases = new Dictionary<string, string> { ["my-images"] = "gpt-image-2" },
        });

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _azure.DisposeAsync();
    }

    [Fact]
    public async Task The_newer_address_uses_the_deployment_as_the_model()
    {
        var key = "key-of-azure";

        var options = new ImageClientOptions
        {
            Endpoint = new Uri("https://my-resource.openai.azure.com/openai/v1/"),
            ApiKey = key,
            Model = "my-images",
        };
        using var client = new OpenAIImageClient(options);

        var asked = await CallAsync(options);
        Assert.Equal("https://my-resource.openai.azure.com/openai/v1/images/generations", asked.AbsoluteUri);
        Assert.Equal("my-images", _azure.Received[0].Model);
        Assert.Equal([key], _azure.Received[0].Headers["api-key"]);
    }

    [Fact]
    public async Task The_older_address_requires_a_deployment_and_a_version()
    {
        var key = "key-of-azure";

        var options = new ImageClientOptions
        {
            Endpoint = new Uri("https://my-resource.openai.azure.com"),
            ApiKey = key,
            Azure = { Deployment = "my-images", ApiVersion = "2025-04-01-preview" },
        };
        using var client = new OpenAIImageClient(options);

        var asked = await CallAsync(options);
        Assert.Equal(
            "/openai/deployments/my-images/images/generations?api-version=2025-04-01-preview", asked.PathAndQuery);
    }

    [Fact]
    public async Task A_credential_gives_the_token_of_each_attempt()
    {
        var credential = new DefaultAzureCredential();
        var scopes = new TokenRequestContext(["https://ai.azure.com/.default"]);

        var options = new ImageClientOptions
        {
            Endpoint = new Uri("https://my-resource.openai.azure.com/openai/v1/"),
            Model = "my-images",
            TokenProvider = async stop => (await credential.GetTokenAsync(scopes, stop)).Token,
        };

        await CallAsync(options);
        Assert.Equal(
            ["Bearer entra-https://ai.azure.com/.default"], _azure.Received[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task The_credential_comes_from_the_container()
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationManager();
        configuration["OpenAIImages:Endpoint"] = "https://my-resource.openai.azure.com/openai/v1/";
        configuration["OpenAIImages:Model"] = "my-images";

        services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
        services.AddImageClient(configuration.GetSection("OpenAIImages"));
        services.AddOptions<ImageClientOptions>().Configure<TokenCredential>((options, credential) =>
        {
            var scopes = new TokenRequestContext(["https://ai.azure.com/.default"]);
            options.TokenProvider = async stop => (await credential.GetTokenAsync(scopes, stop)).Token;
        });

        services.PostConfigureAll<HttpClientFactoryOptions>(http => http.HttpMessageHandlerBuilderActions.Add(
            handlers => handlers.PrimaryHandler = new OtherAddress(_azure)));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IImageClient>().GenerateAsync("a red fox", Token);
        Assert.StartsWith("Bearer entra-", _azure.Received[0].Headers["Authorization"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exception_has_the_filters()
    {
        using var refusal = _azure.Fail(EmulatorFault.Moderation("violence"));
        var options = new ImageClientOptions
        {
            Endpoint = new Uri("https://my-resource.openai.azure.com"),
            ApiKey = "key-of-azure",
            Azure = { Deployment = "my-images", ApiVersion = "2025-04-01-preview" },
        };
        using var client = new OpenAIImageClient(options, new OtherAddress(_azure));

        try
        {
            await client.GenerateAsync("a red fox in the snow");
        }
        catch (ImageModerationException refused)
        {
            foreach (var filter in refused.ContentFilterResults.Where(filter => filter.IsFiltered))
            {
                Console.WriteLine($"{filter.Category}: {filter.Severity}");
            }
        }

        Assert.Equal(1, refusal.Strikes);
    }

    [Theory]
    [InlineData("https://my-resource.openai.azure.com/openai/v1/images/generations", null)]
    [InlineData("https://my-resource.openai.azure.com", null)]
    [InlineData("https://my-resource.openai.azure.com/openai/v1/", "my-images")]
    public void An_address_that_cannot_work_is_a_fault_at_start(string endpoint, string? deployment)
    {
        var options = new ImageClientOptions
        {
            Endpoint = new Uri(endpoint),
            ApiKey = "key-of-azure",
            Azure = { Deployment = deployment, ApiVersion = "2025-04-01-preview" },
        };

        Assert.Throws<ImageConfigurationException>(() => new OpenAIImageClient(options));
    }

    // The requests reach the emulator with the same options; the address is that of the guide.
    private async Task<Uri> CallAsync(ImageClientOptions options)
    {
        using var network = new OtherAddress(_azure);
        using var client = new OpenAIImageClient(options, network);

        var result = await client.GenerateAsync("a red fox", Token);

        Assert.Single(result.Images);

        return Assert.Single(network.Asked);
    }
}

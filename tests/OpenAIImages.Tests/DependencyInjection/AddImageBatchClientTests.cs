using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.DependencyInjection;

public sealed class AddImageBatchClientTests : IDisposable
{
    private readonly JobService _service = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_and_batches_share_the_options_of_the_image_client_in_either_order(bool batchesFirst)
    {
        var services = new ServiceCollection();
        if (batchesFirst)
        {
            services.AddImageBatchClient();
        }

        services.AddImageClient(options => Set(options, "https://one.test/v1/"))
            .ConfigurePrimaryHttpMessageHandler(() => _service);
        services.AddImageBatchClient();
        await using var provider = services.BuildServiceProvider();

        var batch = await provider.GetRequiredService<IImageBatchClient>().GetAsync("batch_1", Token);
        _service.Replies("""{"id":"file-1"}""");
        var file = await provider.GetRequiredService<IImageFileClient>().GetAsync("file-1", Token);

        Assert.Equal(("batch_1", "file-1"), (batch.Id, file.Id));
        Assert.Same(provider.GetService<IImageBatchClient>(), provider.GetService<IImageBatchClient>());
        Assert.IsType<OpenAIImageClient>(provider.GetRequiredService<IImageClient>());
    }

    [Fact]
    public async Task Clients_under_a_key_have_its_options()
    {
        var services = new ServiceCollection();
        services.AddImageClient("other", options => Set(options, "https://two.test/base/"))
            .ConfigurePrimaryHttpMessageHandler(() => _service);
        services.AddImageBatchClient("other");
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IImageBatchClient>("other").GetAsync("batch_1", Token);

        Assert.Equal(["GET /base/batches/batch_1"], _service.Calls);
        Assert.NotNull(provider.GetKeyedService<IImageFileClient>("other"));
        Assert.Null(provider.GetService<IImageBatchClient>());
    }

    [Fact]
    public void AddImageClient_registers_no_batch_client()
    {
        var services = new ServiceCollection();

        services.AddImageClient(options => Set(options, "https://one.test/v1/"));

        Assert.DoesNotContain(services, service => service.ServiceType == typeof(IImageBatchClient));
    }

    [Fact]
    public void A_fake_that_a_test_has_registered_before_is_kept()
    {
        using var fake = _service.BatchClient();
        var services = new ServiceCollection();
        services.AddSingleton<IImageBatchClient>(fake);

        services.AddImageBatchClient();

        using var provider = services.BuildServiceProvider();
        Assert.Same(fake, provider.GetRequiredService<IImageBatchClient>());
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentNullException>("services", () => ((IServiceCollection)null!).AddImageBatchClient());
        Assert.Throws<ArgumentException>("name", () => new ServiceCollection().AddImageBatchClient(" "));
    }

    private static void Set(ImageClientOptions options, string endpoint)
        => (options.ApiKey, options.Endpoint, options.MaxRetries) = (FakeService.Key, new Uri(endpoint), 0);
}

using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.Emulator;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>A container gives generators over its clients.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task A_container_gives_a_generator_over_its_client()
    {
        await using var emulator = await ImageEmulator.StartAsync(
            new() { MaxPictureEdge = 64 }, TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        services.AddImageClient(options => Configure(options, emulator));
        services.AddImageGenerator();
        await using var provider = services.BuildServiceProvider();

        var generator = provider.GetRequiredService<IImageGenerator>();
        var response = await generator.GenerateImagesAsync(
            "a cat", cancellationToken: TestContext.Current.CancellationToken);

        Assert.IsType<DataContent>(Assert.Single(response.Contents));
        Assert.Same(provider.GetRequiredService<IImageClient>(), generator.GetService<IImageClient>());
        Assert.Same(generator, provider.GetRequiredService<IImageGenerator>());
        Assert.Equal(emulator.Endpoint, generator.GetService<ImageGeneratorMetadata>()!.ProviderUri);
    }

    [Fact]
    public void A_key_leads_to_the_client_of_that_key()
    {
        var (plain, keyed) = (new RecordingClient(), new RecordingClient());
        var services = new ServiceCollection();
        services.AddSingleton<IImageClient>(plain).AddKeyedSingleton<IImageClient>("azure", keyed);
        services.AddImageGenerator().AddKeyedImageGenerator("azure");
        using var provider = services.BuildServiceProvider();

        Assert.Same(plain, provider.GetRequiredService<IImageGenerator>().GetService<IImageClient>());
        Assert.Same(keyed, provider.GetRequiredKeyedService<IImageGenerator>("azure").GetService<IImageClient>());
    }

    [Fact]
    public void A_generator_that_is_registered_before_stays()
    {
        using var own = new RecordingClient().AsImageGenerator();
        var services = new ServiceCollection();
        services.AddSingleton(own).AddKeyedSingleton("azure", own);
        services.AddImageGenerator().AddKeyedImageGenerator("azure");
        using var provider = services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IImageGenerator>());
        Assert.Same(own, provider.GetRequiredKeyedService<IImageGenerator>("azure"));
    }

    [Fact]
    public void The_overloads_of_Microsoft_stand_beside_ours()
    {
        var client = new RecordingClient();
        var services = new ServiceCollection();
        services.AddSingleton<IImageClient>(client);
        services.AddImageGenerator(provider => provider.GetRequiredService<IImageClient>().AsImageGenerator())
            .ConfigureOptions(options => options.ModelId ??= "gpt-image-2");
        using var provider = services.BuildServiceProvider();

        Assert.Same(client, provider.GetRequiredService<IImageGenerator>().GetService<IImageClient>());
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentNullException>(() => default(IServiceCollection)!.AddImageGenerator());
        Assert.Throws<ArgumentNullException>(() => default(IServiceCollection)!.AddKeyedImageGenerator("azure"));
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddKeyedImageGenerator(null!));
    }

    private static void Configure(ImageClientOptions options, ImageEmulator emulator)
    {
        options.ApiKey = "offline";
        options.Endpoint = emulator.Endpoint;
    }
}

using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>The code of the package's README.</summary>
internal static class ReadmeCode
{
    public static async Task RunAsync(Uri endpoint, string folder, CancellationToken token)
    {
        var options = new ImageClientOptions { ApiKey = "offline", Endpoint = endpoint };
        string InFolder(string name) => Path.Combine(folder, name);

        using var client = new OpenAIImageClient(options);
        using var generator = client.AsImageGenerator().AsBuilder()
            .ConfigureOptions(common => common.ModelId ??= "gpt-image-2")
            .Build();

        var drawn = await generator.GenerateImagesAsync(
            "a red fox", new() { Count = 2, MediaType = "image/png" }, token);
        await drawn.Contents.OfType<DataContent>().First().SaveToAsync(InFolder("fox.png"), token);

        var mask = ImageMask.For(((DataContent)drawn.Contents[0]).Data.Span).AddEllipse(10, 10, 30, 30).ToMask();
        var changed = await generator.EditImagesAsync(
            drawn.Contents, "with a hat", new() { AdditionalProperties = new() { ["mask"] = mask } }, token);
        await changed.Contents.OfType<DataContent>().First().SaveToAsync(InFolder("hat.png"), token);
    }

    public static void Register(HostApplicationBuilder builder)
    {
        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        builder.Services.AddImageGenerator();

        builder.Services.AddImageClient("azure", builder.Configuration.GetSection("Azure"));
        builder.Services.AddKeyedImageGenerator("azure");

        builder.Services
            .AddImageGenerator(services => services.GetRequiredService<IImageClient>().AsImageGenerator())
            .UseOpenTelemetry()
            .UseLogging();
    }
}

// Makes a book cover in a host that configures the client.   dotnet run --project samples/DependencyInjection
// With OPENAI_API_KEY it uses the service; without it, an emulator in this process draws offline.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenAIImages;
using OpenAIImages.Emulator;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});

// appsettings.json names the model, gpt-image-2. The argument --OpenAIImages:Model=gpt-image-2.6-flare replaces it.
builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
builder.Services.AddSingleton<Covers>();

ImageEmulator? emulator = null;
if (Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 })
{
    emulator = await ImageEmulator.StartAsync();
    builder.Configuration["OpenAIImages:ApiKey"] = "offline";
    builder.Configuration["OpenAIImages:Endpoint"] = emulator.Endpoint.ToString();
}

await using var whileOffline = emulator;
using var host = builder.Build();

try
{
    var path = await host.Services.GetRequiredService<Covers>().MakeAsync("The Fox in the Snow");
    Console.WriteLine($"Saved {path}");

    return 0;
}
catch (ImageClientException failure)
{
    Console.Error.WriteLine(failure.Message);

    return 1;
}

/// <summary>Makes the covers of books.</summary>
internal sealed class Covers(IImageClient images)
{
    /// <summary>Makes a cover and returns its path.</summary>
    public async Task<string?> MakeAsync(string title, CancellationToken cancellationToken = default)
    {
        var request = new GenerateImageRequest($"a book cover: {title}") { Size = ImageSize.Portrait };
        var result = await images.GenerateAsync(
            request, ImageDestination.File("cover", ExistingFile.Number), cancellationToken);

        return result.Images[0].SavedPath;
    }
}

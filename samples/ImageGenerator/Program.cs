// Draws and edits through Microsoft.Extensions.AI.   dotnet run --project samples/ImageGenerator -- "a red fox"
// With OPENAI_API_KEY it uses the service; without it, an emulator in this process draws offline.
using Microsoft.Extensions.AI;
using OpenAIImages;
using OpenAIImages.Emulator;

var prompt = args is [var words, ..] ? words : "a red fox in the snow";
var options = new ImageClientOptions();
ImageEmulator? emulator = null;
if (Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 })
{
    emulator = await ImageEmulator.StartAsync();
    options = new ImageClientOptions { ApiKey = "offline", Endpoint = emulator.Endpoint };
    Console.WriteLine($"OPENAI_API_KEY is not set: drawing offline, by the emulator at {emulator.Endpoint}");
}

await using var whileOffline = emulator;
using var client = new OpenAIImageClient(options);

// The generator works with every decorator of Microsoft.Extensions.AI.
using var generator = client.AsImageGenerator().AsBuilder()
    .ConfigureOptions(common => common.ModelId ??= "gpt-image-2")
    .Build();

try
{
    var drawn = await generator.GenerateImagesAsync(
        prompt, new() { Count = 2, MediaType = "image/webp", AdditionalProperties = new() { ["quality"] = "low" } });
    await SaveAllAsync(drawn, "drawn");

    // The edit sends both images, in order.
    var changed = await generator.EditImagesAsync(drawn.Contents, "both of them beside each other, with red hats");
    await SaveAllAsync(changed, "changed");

    return 0;
}
catch (ImageClientException failure)
{
    Console.Error.WriteLine(failure.Message);

    return 1;
}

static async Task SaveAllAsync(ImageGenerationResponse response, string name)
{
    var result = (ImageResult)response.RawRepresentation!;
    Console.WriteLine($"Saved {string.Join(", ", await result.SaveAllAsync(".", name))}");
    Console.WriteLine($"{response.Usage?.TotalTokenCount} tokens");
}

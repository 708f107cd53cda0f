// Saves an image while it is made: partial images, then the finished one.   dotnet run --project samples/StreamToDisk
// With OPENAI_API_KEY it uses the service; without it, an emulator in this process draws offline.
using OpenAIImages;
using OpenAIImages.Emulator;

var prompt = args is [var words, ..] ? words : "a lighthouse on a cliff at night";
var options = new ImageClientOptions();
ImageEmulator? emulator = null;
if (Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 })
{
    emulator = await ImageEmulator.StartAsync();
    options = new ImageClientOptions { ApiKey = "offline", Endpoint = emulator.Endpoint };
}

await using var whileOffline = emulator;
using var client = new OpenAIImageClient(options);
var request = new GenerateImageRequest(prompt) { Model = ImageModel.GptImage2, PartialImages = 2 };

// The finished image goes from the network straight to its file. Partial images arrive as bytes.
var folder = Directory.CreateDirectory("stream").FullName;
var finished = ImageDestination.Directory(folder, _ => "finished");

try
{
    await foreach (var item in client.GenerateStreamingAsync(request, finished))
    {
        switch (item)
        {
            case PartialImageEvent partial:
                var path = Path.Combine(folder, $"partial-{partial.PartialImageIndex + 1}");
                Console.WriteLine($"Saved {await partial.Image.SaveAsync(path)}");
                break;
            case CompletedImageEvent completed:
                Console.WriteLine($"Saved {completed.Image.SavedPath}, {completed.Usage?.TotalTokens} tokens");
                break;
        }
    }

    return 0;
}
catch (ImageClientException failure)
{
    Console.Error.WriteLine(failure.Message);

    return 1;
}

// Makes one image with the emulator at OPENAI_BASE_URL and checks it, in a program compiled ahead of time.
// The emulator runs in another process (samples/EmulatorHost), so that the program holds only the client.
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages;

var watch = Stopwatch.StartNew();
using var services = new ServiceCollection().AddImageClient(options => options.ApiKey = "offline").Services
    .BuildServiceProvider();
var client = services.GetRequiredService<IImageClient>();
var request = new GenerateImageRequest("一只可爱的猫在草地上玩耍") { Model = ImageModel.GptImage2, Size = ImageSize.Square };

var result = await client.GenerateAsync(request);
var image = result.Images[0];
if (image.MediaType != ImageMediaType.Png || result.Usage?.TotalTokens is not > 0)
{
    Console.Error.WriteLine($"Not what was asked for: {image}, {result}");

    return 1;
}

try
{
    await client.GenerateAsync(request with { Size = new ImageSize(1_000, 1_000) });
    Console.Error.WriteLine("A size that does not exist was not refused.");

    return 1;
}
catch (ImageApiException refused) when (refused.Parameter == "size")
{
    Console.WriteLine($"{image} in {watch.ElapsedMilliseconds} ms, drawing included; a wrong size is refused by name.");
}

return 0;

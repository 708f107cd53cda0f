// Makes one image and saves it.   dotnet run --project samples/QuickStart -- "一只可爱的猫在草地上玩耍"
// With OPENAI_API_KEY it uses the service; without it, an emulator in this process draws offline.
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
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => stop.Cancel(pressed.Cancel = true);

try
{
    var request = new GenerateImageRequest(prompt) { Model = ImageModel.GptImage2, Size = ImageSize.Square };
    var call = client.GenerateAsync(request, stop.Token);
    await Progress.ShowAsync("Drawing", call);
    var result = await call;
    var image = result.Images[0];
    var path = await image.SaveAsync("image", stop.Token);
    Console.WriteLine($"Saved {path}");
    Console.WriteLine($"{result.Size}, {image.MediaType}, {image.Length:n0} bytes, {result.Usage?.TotalTokens} tokens");

    return 0;
}
catch (ImageClientException failure)
{
    Console.Error.WriteLine(failure.Message);

    return 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped.");

    return 130;
}

// Changes only the middle of a picture.   dotnet run --project samples/EditWithMask -- cat.png "a white rabbit"
// With OPENAI_API_KEY it uses the service; to stay offline, set OPENAI_BASE_URL to the address of samples/EmulatorHost.
using OpenAIImages;

if (args is not [var path, var prompt])
{
    Console.Error.WriteLine("Give a picture, and a prompt for the middle of it.");

    return 2;
}

using var client = new OpenAIImageClient(new ImageClientOptions());

try
{
    var canvas = await ImageMask.ForFileAsync(path);
    var request = new EditImageRequest(prompt, ImageInput.FromFile(path))
    {
        Model = ImageModel.GptImage2,
        Mask = canvas.AddEllipse(canvas.Width / 4, canvas.Height / 4, canvas.Width / 2, canvas.Height / 2).ToMask(),
    };

    var result = await client.EditAsync(request, ImageDestination.File("edited", ExistingFile.Number));
    Console.WriteLine($"Saved {result.Images[0].SavedPath}, {result.Usage?.TotalTokens} tokens.");

    return 0;
}
catch (ImageClientException failure)
{
    Console.Error.WriteLine(failure.Message);

    return 1;
}

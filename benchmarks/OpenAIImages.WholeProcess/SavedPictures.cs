using System.ClientModel;
using System.Globalization;
using OpenAI;
using OpenAI.Images;

namespace OpenAIImages.WholeProcess;

/// <summary>Saves many pictures at once to files, with each rival's best way.</summary>
internal static class SavedPictures
{
    private const string Prompt = "a red fox in the snow";
    private const string Model = "gpt-image-2";
    private const string Key = "sk-any";

    public static async Task OursAsync(Uri endpoint, string folder, int count)
    {
        using var client = new OpenAIImageClient(new ImageClientOptions { ApiKey = Key, Endpoint = endpoint });
        var request = new GenerateImageRequest(Prompt) { Model = Model };

        await Task.WhenAll(Enumerable.Range(0, count).Select(number
            => client.GenerateAsync(request, ImageDestination.File(PathOf(folder, number), ExistingFile.Replace))));
    }

    public static async Task OfficialAsync(Uri endpoint, string folder, int count)
    {
        var client = new ImageClient(
            Model, new ApiKeyCredential(Key), new OpenAIClientOptions { Endpoint = endpoint });

        await Task.WhenAll(Enumerable.Range(0, count).Select(async number =>
        {
            var image = await client.GenerateImageAsync(Prompt);
            await File.WriteAllBytesAsync(PathOf(folder, number), image.Value.ImageBytes.ToMemory());
        }));
    }

    private static string PathOf(string folder, int number)
        => Path.Combine(folder, number.ToString("000'.png'", CultureInfo.InvariantCulture));
}

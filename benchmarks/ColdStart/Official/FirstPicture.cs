using System.ClientModel;
using OpenAI;
using OpenAI.Images;

namespace OpenAIImages.ColdStart;

internal static class FirstPicture
{
    /// <summary>Fetches a picture and returns its length.</summary>
    public static async Task<long> FetchAsync(Uri endpoint)
    {
        var client = new ImageClient(
            "gpt-image-2", new ApiKeyCredential("sk-any"), new OpenAIClientOptions { Endpoint = endpoint });
        var image = await client.GenerateImageAsync("a red fox in the snow");

        return image.Value.ImageBytes.ToMemory().Length;
    }
}

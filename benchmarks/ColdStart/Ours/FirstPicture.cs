namespace OpenAIImages.ColdStart;

internal static class FirstPicture
{
    /// <summary>Fetches a picture and returns its length.</summary>
    public static async Task<long> FetchAsync(Uri endpoint)
    {
        using var client = new OpenAIImageClient(new ImageClientOptions { ApiKey = "sk-any", Endpoint = endpoint });
        var result = await client.GenerateAsync(
            new GenerateImageRequest("a red fox in the snow") { Model = ImageModel.GptImage2 });

        return result.Images[0].Bytes.Length;
    }
}

using Betalgo.Ranul.OpenAI;
using Betalgo.Ranul.OpenAI.Contracts.Enums.Image;
using Betalgo.Ranul.OpenAI.Contracts.Requests.Image;
using Betalgo.Ranul.OpenAI.Contracts.Types;
using Betalgo.Ranul.OpenAI.Managers;
using Docs.Support;
using OpenAIImages.Emulator;

namespace Docs.Guides.MovingFromBetalgo;

/// <summary>The code before the move. It runs against the emulator.</summary>
public sealed class BetalgoSide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task An_image()
    {
        var service = Service();

        var response = await service.Image.CreateImage(new CreateImageRequest("a red fox in the snow")
        {
            Model = new("gpt-image-2"),
            N = 2,
            Quality = ImageQuality.Low,
            OutputFormat = ImageOutputFormat.Jpeg,
        });

        if (response.Successful)
        {
            await File.WriteAllBytesAsync("fox.jpg", Convert.FromBase64String(response.Data![0].B64Json!));
        }

        Assert.True(File.Exists("fox.jpg"), response.Error?.Message);
    }

    [Fact]
    public async Task An_edit()
    {
        await Client.GenerateAsync(
            new OpenAIImages.GenerateImageRequest("a red fox"), OpenAIImages.ImageDestination.File("fox.png"), Token);
        var service = Service();

        var response = await service.Image.CreateImageEdit(new CreateImageEditRequest
        {
            Model = new("gpt-image-2"),
            Image = new FormFile("fox.png", File.OpenRead("fox.png")),
            Prompt = "give it a red hat",
        });

        Assert.True(response.Successful, response.Error?.Message);
    }

    [Fact]
    public async Task A_failure()
    {
        using var refusal = Emulator.Fail(EmulatorFault.Quota());
        var service = Service();

        var response = await service.Image.CreateImage(
            new CreateImageRequest("a red fox in the snow") { Model = new("gpt-image-2") });
        if (!response.Successful)
        {
            Console.WriteLine($"{response.Error?.Code}: {response.Error?.Message}");
        }

        Assert.Equal("insufficient_quota", response.Error?.Code);
    }

    private OpenAIService Service() => new(
        new OpenAIOptions { ApiKey = "any", BaseDomain = Emulator.Endpoint.GetLeftPart(UriPartial.Authority) });
}

using Docs.Support;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.MovingFromBetalgo;

public sealed class MovingFromBetalgoGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task An_image()
    {
        var client = Client;

        var result = await client.GenerateAsync(new GenerateImageRequest("a red fox in the snow")
        {
            Count = 2,
            Quality = ImageQuality.Low,
            OutputFormat = ImageFileFormat.Jpeg,
        });
        await result.Images[0].SaveAsync("fox");

        Assert.True(File.Exists("fox.jpg"));
    }

    [Fact]
    public async Task An_edit()
    {
        await Client.GenerateAsync("a red fox", ImageDestination.File("fox.png"), Token);
        var client = Client;

        var result = await client.EditAsync("give it a red hat", ImageInput.FromFile("fox.png"));

        Assert.Single(result.Images);
    }

    [Fact]
    public async Task A_failure()
    {
        using var refusal = Emulator.Fail(EmulatorFault.Quota());
        var client = Client;

        try
        {
            await client.GenerateAsync("a red fox in the snow");
        }
        catch (ImageQuotaException spent)
        {
            Console.WriteLine($"{spent.Code}: {spent.Reason}");
        }

        Assert.Equal(1, refusal.Strikes);
    }
}

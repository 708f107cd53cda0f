using Docs.Support;
using OpenAIImages;

namespace Docs.Guides.EditsAndMasks;

public sealed class EditsAndMasksGuide(OfflineService service) : Guide(service), IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await Client.GenerateAsync("a cat", ImageDestination.File("cat.png"));
        await Client.GenerateAsync("a hat", ImageDestination.File("hat.png"));
    }

    public ValueTask DisposeAsync()
    {
        Dispose();

        return default;
    }

    [Fact]
    public async Task An_image_is_changed_by_a_description()
    {
        var client = Client;

        var result = await client.EditAsync("give it a red hat", ImageInput.FromFile("cat.png"));
        await result.Images[0].SaveAsync("cat-with-hat");

        Assert.True(File.Exists("cat-with-hat.png"));
        Assert.Equal("cat.png", Assert.Single(Received[^1].Images).Name);
    }

    [Fact]
    public async Task Several_images_are_sent_in_their_order()
    {
        var client = Client;

        var request = new EditImageRequest(
            "put the hat of the second image onto the cat of the first",
            [ImageInput.FromFile("cat.png"), ImageInput.FromFile("hat.png")])
        {
            Quality = ImageQuality.High,
        };
        var result = await client.EditAsync(request);

        Assert.Single(result.Images);
        Assert.Equal(["cat.png", "hat.png"], Received[^1].Images.Select(image => image.Name));
    }

    [Fact]
    public async Task A_mask_says_where_the_image_may_change()
    {
        var client = Client;

        var mask = (await ImageMask.ForFileAsync("cat.png"))
            .AddEllipse(left: 16, top: 8, width: 32, height: 24)
            .AddRectangle(left: 0, top: 56, width: 64, height: 8);

        var request = new EditImageRequest("a golden crown", ImageInput.FromFile("cat.png")) { Mask = mask.ToMask() };
        var result = await client.EditAsync(request);

        Assert.Single(result.Images);
        Assert.NotNull(Received[^1].Mask);
    }

    [Fact]
    public async Task Markup_shows_the_part_to_change()
    {
        var client = Client;

        var marked = (await ImageMask.ForFileAsync("cat.png")).AddEllipse(left: 16, top: 8, width: 32, height: 24);

        var request = new EditImageRequest("remove what is circled", ImageInput.FromFile("cat.png"))
        {
            Markup = marked.ToMarkup(),
        };
        await client.EditAsync(request);

        Assert.NotNull(Received[^1].Markup);
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_costs_nothing()
    {
        var client = Client;
        var before = Received.Count;

        try
        {
            await client.EditAsync("give it a red hat", ImageInput.FromFile("no-such-cat.png"));
        }
        catch (ImageInputException failure)
        {
            Console.WriteLine($"{failure.Input}: {failure.Message}");
        }

        Assert.Equal(before, Received.Count);
    }
}

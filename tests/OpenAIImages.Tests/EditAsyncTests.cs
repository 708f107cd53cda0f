using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests;

public sealed class EditAsyncTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task An_edit_sends_a_form_and_returns_the_image()
    {
        File.WriteAllBytes(_directory.At("cat.png"), Bodies.Picture(1_000));
        var service = new FakeService().Replies(HttpStatusCode.OK, Bodies.Of(Bodies.Picture(500)));
        using var client = service.CreateClient();

        var result = await client.EditAsync(
            "give it a hat", ImageInput.FromFile(_directory.At("cat.png")), Token);

        var (message, body) = Assert.Single(service.Received);
        Assert.Equal("https://fake.test/v1/images/edits", message.RequestUri!.AbsoluteUri);
        Assert.Contains("name=\"prompt\"\r\n\r\ngive it a hat\r\n", body, StringComparison.Ordinal);
        Assert.Contains("filename=\"cat.png\"", body, StringComparison.Ordinal);
        Assert.Equal(500, result.Images[0].Length);
    }

    [Fact]
    public async Task A_form_that_is_repeated_sends_the_same_bytes()
    {
        using var stream = new MemoryStream(Bodies.Picture(100_000));
        var service = new FakeService()
            .Replies(HttpStatusCode.ServiceUnavailable, "")
            .Replies(HttpStatusCode.OK, Bodies.Of(Bodies.Picture(10)));
        using var client = service.CreateClient(options => options.MaxRetries = 1);

        await client.EditAsync(new EditImageRequest("p", ImageInput.FromStream(stream)), Token);

        Assert.Equal(2, service.Received.Count);
        Assert.Equal(service.Received[0].Body, service.Received[1].Body);
    }

    [Fact]
    public async Task An_edited_image_is_written_to_its_destination()
    {
        var picture = Bodies.Picture(100_000);
        using var client = new FakeService().Replies(HttpStatusCode.OK, Bodies.Of(picture)).CreateClient();

        await client.EditAsync(
            new EditImageRequest("p", ImageInput.FromBytes(Bodies.Picture(10))),
            ImageDestination.File(_directory.At("out")),
            Token);

        Assert.Equal(picture, _directory.Read("out.png"));
    }

    [Fact]
    public async Task A_variation_is_sent_to_its_own_address()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, Bodies.Of(Bodies.Picture(10)));
        using var client = service.CreateClient();

        await client.CreateVariationAsync(new CreateVariationRequest(ImageInput.FromBytes(Bodies.Picture(10))), Token);

        Assert.Equal("https://fake.test/v1/images/variations", service.Received[0].Message.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task SaveAllAsync_saves_every_image_of_a_result()
    {
        var result = new ImageResult(
        [
            ImageOutput.FromBytes(Bodies.Picture(10)),
            new ImageOutput(),
            ImageOutput.FromBytes("RIFF\0\0\0\0WEBPVP8 "u8.ToArray()),
        ]);

        var paths = await result.SaveAllAsync(_directory.At("new"), "cat", Token);

        Assert.Equal(["new/cat-1.png", "new/cat-3.webp"], _directory.Files);
        Assert.Equal(["cat-1.png", null, "cat-3.webp"], paths.Select(Path.GetFileName));
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenAIImages.AspNetCore.Tests.Support;
using OpenAIImages.Emulator;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>The server sends the files that a browser uploads as images to the service.</summary>
public sealed class UploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_sent_under_its_base_name_and_its_real_media_type()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var host = await StartAsync(emulator);
        var picture = await PaintAsync(emulator);
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(picture);
        file.Headers.ContentType = new("text/html");
        form.Add(file, "picture", "C:\\Users\\me\\holiday.png");

        using var reply = await host.PostAsync("/edit", form);
        var sent = emulator.Received[^1];

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(ImageMediaType.Png, ImageMediaType.Detect(await reply.Content.ReadAsByteArrayAsync(Token)));
        Assert.EndsWith("images/edits", sent.Path, StringComparison.Ordinal);
        Assert.Matches("filename=\"?holiday.png", sent.BodyText);
        Assert.Contains("Content-Type: image/png", sent.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("Users", sent.BodyText, StringComparison.Ordinal);
        Assert.Equal($"{sent.Body.Length}", sent.Headers["Content-Length"].Single());
        Assert.True(sent.Body.Span.IndexOf(picture) > 0);
    }

    [Fact]
    public async Task An_upload_that_is_not_an_image_is_a_bad_request()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var host = await StartAsync(emulator);
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent([]);
        form.Add(file, "picture", "empty.png");

        using var reply = await host.PostAsync("/edit", form);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Empty(emulator.Received);
    }

    [Fact]
    public void Several_uploads_keep_their_order_and_can_be_sent_again()
    {
        using var one = new MemoryStream(Pictures.Png(20));
        using var two = new MemoryStream(Pictures.Png(30));
        var files = new FormFileCollection
        {
            new FormFile(one, 0, one.Length, "picture", "one.png"),
            new FormFile(two, 0, two.Length, "picture", "a/two.png"),
        };

        var inputs = files.ToImageInputs();

        Assert.Equal(["one.png", "two.png"], inputs.Select(input => input.FileName));
        Assert.All(inputs, input => Assert.True(input.CanBeSentAgain));
        Assert.All(inputs, input => Assert.Null(input.MediaType));
    }

    private static Task<WebHost> StartAsync(ImageEmulator emulator)
        => WebHost.StartAsync(emulator, app => app
            .MapPost("/edit", (IFormFile picture, IImageClient images) => Results.Extensions.Image(
                images, new EditImageRequest("give it a hat", picture.ToImageInput())))
            .DisableAntiforgery());

    private static async Task<byte[]> PaintAsync(ImageEmulator emulator)
    {
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "offline", Endpoint = emulator.Endpoint });
        var request = new GenerateImageRequest("a cat") { Model = ImageModel.GptImage2 };
        var result = await client.GenerateAsync(request, Token);

        return result.Images[0].Bytes.ToArray();
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenAIImages.AspNetCore.Tests.Support;
using OpenAIImages.Emulator;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>An image goes straight through to the browser.</summary>
public sealed class ImageResultTests
{
    private static readonly GenerateImageRequest Request = new("a cat");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_gets_the_bytes_that_the_service_made()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var host = await WebHost.StartAsync(emulator, app => app.MapPost(
            "/image", (IImageClient images) => Results.Extensions.Image(images, Request)));
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "offline", Endpoint = emulator.Endpoint });
        var expected = await client.GenerateAsync(Request, cancellationToken: Token);

        using var reply = await host.PostAsync("/image");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("image/png", reply.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(["no-store", "private"], reply.Headers.CacheControl!.ToString().Split(", ").Order());
        Assert.Null(reply.Content.Headers.ContentDisposition);
        Assert.Equal(expected.Images[0].Bytes.ToArray(), await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task The_first_bytes_reach_the_browser_before_the_last_have_come()
    {
        var rest = new TaskCompletionSource<byte[]>();
        var first = Pictures.Png(64 * 1024);
        var client = new FakeClient
        {
            Make = async (destination, token) => Pictures.ResultOf(
                await destination.CopyFromAsync(new PacedStream(first, () => rest.Task), 0, token)),
        };
        await using var host = await StartAsync(client);

        using var reply = await host.PostAsync("/image");
        using var body = await reply.Content.ReadAsStreamAsync(Token);
        var begun = new byte[first.Length];
        await body.ReadExactlyAsync(begun, Token);
        var wasDone = rest.Task.IsCompleted;
        rest.SetResult([1, 2, 3]);
        using var last = new MemoryStream();
        await body.CopyToAsync(last, Token);

        Assert.False(wasDone);
        Assert.Equal(first, begun);
        Assert.Equal([1, 2, 3], last.ToArray());
    }

    [Fact]
    public async Task The_response_has_a_length_if_it_is_known()
    {
        var picture = Pictures.Png(5_000);
        var client = new FakeClient
        {
            Make = async (destination, token) => Pictures.ResultOf(await destination.WriteAsync(picture, 0, token)),
        };
        await using var host = await StartAsync(client);

        using var reply = await host.PostAsync("/image");

        Assert.Equal(5_000, reply.Content.Headers.ContentLength);
        Assert.Equal(picture, await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task An_image_of_a_client_that_ignores_the_destination_comes_from_memory()
    {
        var picture = Pictures.Png(200_000);
        await using var host = await StartAsync(new FakeClient
        {
            Make = (_, _) => Task.FromResult(Pictures.ResultOf(ImageOutput.FromBytes(picture))),
        });

        using var reply = await host.PostAsync("/image");

        Assert.Equal(200_000, reply.Content.Headers.ContentLength);
        Assert.Equal(picture, await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task An_image_of_a_decorator_that_keeps_files_comes_from_its_file()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, Pictures.Png(3_000), Token);
        await using var host = await StartAsync(new FakeClient
        {
            Make = (_, _) => Task.FromResult(
                Pictures.ResultOf(ImageOutput.FromSavedFile(path, 3_000, ImageMediaType.Png))),
        });

        using var reply = await host.PostAsync("/image");
        var bytes = await reply.Content.ReadAsByteArrayAsync(Token);
        File.Delete(path);

        Assert.Equal(Pictures.Png(3_000), bytes);
    }

    [Fact]
    public async Task An_image_that_comes_as_a_link_is_fetched()
    {
        var picture = Pictures.Png(3_000);
        await using var host = await StartAsync(new FakeClient
        {
            Make = (_, _) => Task.FromResult(
                Pictures.ResultOf(ImageOutput.FromLink(new Uri("https://images.example/1")))),
            Download = (_, destination) => destination.WriteAsync(picture, 0, Token),
        });

        using var reply = await host.PostAsync("/image");

        Assert.Equal(picture, await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_drawing_is_sent_as_an_attachment_that_runs_no_script()
    {
        await using var host = await StartAsync(new FakeClient
        {
            Make = (_, _) => Task.FromResult(Pictures.ResultOf(ImageOutput.FromBytes(Pictures.Svg))),
        });

        using var reply = await host.PostAsync("/image");

        Assert.Equal("image/svg+xml", reply.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", reply.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("image.svg", reply.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(
            "sandbox; default-src 'none'", reply.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("cat", "cat.png")]
    [InlineData("cat.png", "cat.png")]
    [InlineData("../secret/cat.jpg", "cat.jpg.png")]
    [InlineData("C:\\cats\\cat", "cat.png")]
    public async Task A_name_for_saving_is_a_base_name_with_the_extension_of_the_bytes(string name, string expected)
    {
        var client = new FakeClient
        {
            Make = (_, _) => Task.FromResult(Pictures.ResultOf(ImageOutput.FromBytes(Pictures.Png(100)))),
        };
        await using var host = await WebHost.StartAsync(app => app.MapPost(
            "/image", () => TypedResults.Extensions.Image(client, Request, name, cacheControl: "max-age=60")));

        using var reply = await host.PostAsync("/image");

        Assert.Equal(expected, reply.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("max-age=60", reply.Headers.CacheControl?.ToString());
    }

    [Fact]
    public void A_request_for_two_images_is_refused_when_the_result_is_made()
    {
        var request = Request with { Count = 2 };

        var fault = Assert.Throws<ArgumentException>(() => Results.Extensions.Image(new FakeClient(), request));

        Assert.Contains("2 images", fault.Message, StringComparison.Ordinal);
    }

    private static Task<WebHost> StartAsync(IImageClient client)
        => WebHost.StartAsync(app => app.MapPost("/image", () => Results.Extensions.Image(client, Request)));
}

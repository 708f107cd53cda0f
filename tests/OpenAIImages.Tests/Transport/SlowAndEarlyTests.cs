using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

/// <summary>The client reads replies that arrive before the request is read, and bodies that arrive long after their
/// headers.</summary>
public sealed class SlowAndEarlyTests
{
    private const int UploadLength = 8 * 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_early_413_is_not_billed_and_not_repeated()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var connections = 0;
        var serving = ServeAsync();
        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "sk-test",
            Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1"),
        });
        var input = ImageInput.FromBytes(Bodies.Picture(UploadLength), "a.png");

        var refused = await Assert.ThrowsAsync<ImageApiException>(
            () => client.EditAsync(new EditImageRequest("a red fox", input) { Model = "gpt-image-2" }, Token));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("The upload is too large.", refused.Message);
        Assert.False(refused.MayHaveBeenBilled);
        Assert.False(refused.IsTransient);
        Assert.Equal(1, connections);
        listener.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => serving);

        async Task ServeAsync()
        {
            const string Body = """{"error":{"message":"The upload is too large.","type":"invalid_request_error"}}""";
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync(Token);
                connections++;
                await using var stream = connection.GetStream();
                await stream.ReadExactlyAsync(new byte[1000], Token);
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"),
                    Token);
                connection.Client.Shutdown(SocketShutdown.Send);
                await stream.CopyToAsync(Stream.Null, Token);
            }
        }
    }

    [Fact]
    public async Task Silence_after_the_headers_is_not_a_stall()
    {
        var clock = new FakeTimeProvider();
        using var body = new DrippingStream();
        using var client = new FakeService()
            .Replies(() => new HttpResponseMessage { Content = new StreamContent(body) })
            .CreateClient(options => options.TimeProvider = clock);

        var call = client.GenerateAsync(new GenerateImageRequest("a red fox") { Model = "gpt-image-2" }, Token);
        clock.Advance(new ImageClientOptions().StallTimeout * 2);
        Assert.False(call.IsCompleted);
        body.Drip("""{"data":[{"b64_json":"iVBORw0KGgo="}]}""");
        clock.Advance(new ImageClientOptions().StallTimeout);

        if (!call.IsCompleted)
        {
            body.End();
        }

        Assert.Equal(8, Assert.Single((await call).Images).Length);
    }
}

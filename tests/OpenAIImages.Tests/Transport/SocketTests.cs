using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

/// <summary>The client recognises the failures of real sockets on this machine.</summary>
public sealed class SocketTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_connection_sends_nothing()
    {
        // The socket keeps its port, so that no other test can listen there, and accepts no connection.
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)deaf.LocalEndPoint!).Port;

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => PostAsync(port));

        Assert.False(fault.MayHaveBeenBilled);
        Assert.StartsWith(
            $"The service at 127.0.0.1:{port} could not be reached, and nothing was sent: ", fault.Message);
    }

    [Fact]
    public async Task A_failed_TLS_handshake_sends_nothing()
    {
        var (attempts, fault) = await FailAsync("not tls\r\n", "https");

        Assert.Equal((2, false), (attempts, fault.MayHaveBeenBilled));
    }

    [Fact]
    public async Task A_connection_closed_after_the_request_may_have_been_billed()
    {
        var (attempts, fault) = await FailAsync(reply: "");

        Assert.Equal((1, true), (attempts, fault.MayHaveBeenBilled));
        Assert.StartsWith("The connection was lost before the reply: ", fault.Message);
    }

    [Fact]
    public async Task A_body_that_ends_early_is_a_lost_connection()
    {
        var (_, fault) = await FailAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"created\":");

        Assert.StartsWith("The connection was lost while the reply arrived: ", fault.Message);
    }

    [Fact]
    public async Task A_body_with_broken_chunks_is_a_lost_connection()
    {
        var (_, fault) = await FailAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\nzz\r\n");

        Assert.StartsWith("The connection was lost while the reply arrived: ", fault.Message);
    }

    [Fact]
    public async Task A_redirect_is_returned_unchanged()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        var serving = ServeAsync(
            listener, "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");

        using var reply = await PostAsync(((IPEndPoint)listener.LocalEndpoint).Port);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, reply.StatusCode);
        listener.Stop();
        Assert.Equal(1, await serving);
    }

    [Fact]
    [Trait("Duration", "Long")]
    public async Task An_interrupted_upload_is_sent_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeUploadAsync(listener);
        var clock = new WaitingClock();
        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "sk-test-0123456789",
            Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1"),
            MaxRetries = 1,
            TimeProvider = clock,
        });

        // The upload is larger than all buffers between client and server.
        var picture = new byte[48 * 1024 * 1024];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }.CopyTo(picture, 0);
        var result = await clock.RunAsync(
            client.EditAsync(new EditImageRequest("a red fox", ImageInput.FromBytes(picture)), Token));

        Assert.Equal((1, 0), (result.Images.Count, result.PossiblyBilledAttempts));
        await serving;
    }

    // Resets the first connection during the upload, and reads the upload on the second one.
    private static async Task ServeUploadAsync(TcpListener listener)
    {
        using (var first = await listener.AcceptTcpClientAsync(Token))
        {
            await first.GetStream().ReadExactlyAsync(new byte[64 * 1024], Token);
            first.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        using var second = await listener.AcceptTcpClientAsync(Token);
        var stream = second.GetStream();
        var buffer = new byte[256 * 1024];
        var end = "--\r\n"u8.ToArray();
        int read;
        do
        {
            read = await stream.ReadAsync(buffer, Token);
        }
        while (read > 0 && !buffer.AsSpan(0, read).EndsWith(end));

        var body = """{"data":[{"b64_json":"iVBORw=="}]}""";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}"), Token);
    }

    private static async Task<(int Attempts, ImageTransportException Fault)> FailAsync(
        string reply, string scheme = "http")
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        var serving = ServeAsync(listener, reply);
        var fault = await Assert.ThrowsAsync<ImageTransportException>(
            () => PostAsync(((IPEndPoint)listener.LocalEndpoint).Port, scheme: scheme));
        listener.Stop();

        return (await serving, fault);
    }

    // Reads the first bytes of each request, writes the same reply, and closes; returns the number of requests.
    private static async Task<int> ServeAsync(TcpListener listener, string reply)
    {
        listener.Start();
        var requests = 0;
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(Token);
                requests++;
                var stream = client.GetStream();
                await ReadRequestAsync(stream);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(reply), Token);
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            return requests;
        }
    }

    private static async Task ReadRequestAsync(NetworkStream stream)
    {
        var request = "";
        var buffer = new byte[4096];
        while (!request.EndsWith("{}", StringComparison.Ordinal) && !request.StartsWith('\u0016'))
        {
            var read = await stream.ReadAsync(buffer, Token);
            request += Encoding.Latin1.GetString(buffer, 0, read);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(int port, string scheme = "http")
    {
        var clock = new WaitingClock();
        var options = new ImageClientOptions
        {
            ApiKey = "sk-test-0123456789",
            Endpoint = new Uri($"{scheme}://127.0.0.1:{port}/v1"),
            MaxRetries = 1,
            TimeProvider = clock,
        };
        using var http = HttpPipeline.CreateClient(options);
        var transport = new ImageTransport(() => http);
        using var message = new HttpRequestMessage(HttpMethod.Post, ServiceRoute.For(options).AddressOf("images"))
        {
            Content = new StringContent("{}"),
        };

        var reply = await clock.RunAsync(transport.SendAsync(message, Token).AsTask());
        await using var body = await ImageTransport.OpenBodyAsync(reply, options, Token);
        await body.CopyToAsync(Stream.Null, Token);

        return reply;
    }
}

using System.Net.Sockets;
using System.Text;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Refusals;

/// <summary>The emulator refuses requests that no HTTP client sends, over a plain socket.</summary>
public sealed class BrokenRequestsTests(SharedService shared) : IClassFixture<SharedService>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_in_broken_chunks_is_refused_in_the_usual_shape()
    {
        var reply = await ExchangeAsync("Transfer-Encoding: chunked\r\n\r\nxyz\r\n");

        Assert.StartsWith("HTTP/1.1 400 Bad Request", reply, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            {"error":{"message":"The request could not be read.",
            """ + """
            "type":"invalid_request_error","param":null,"code":null}}
            """,
            reply,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_that_disconnects_in_the_middle_does_no_harm()
    {
        using (var socket = await SendAsync("Content-Length: 100\r\n\r\n{\"prompt\":"))
        {
            socket.Close(0);
        }

        var reply = await shared.Service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal(200, reply.Status);
    }

    private async Task<string> ExchangeAsync(string rest)
    {
        using var socket = await SendAsync(rest);
        using var reader = new StreamReader(new NetworkStream(socket));

        return await reader.ReadToEndAsync(Token);
    }

    private async Task<Socket> SendAsync(string rest)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", shared.Service.Emulator.Endpoint.Port, Token);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(
                "POST /v1/images/generations HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" +
                $"Authorization: Bearer k\r\nContent-Type: application/json\r\n{rest}"),
            Token);

        return socket;
    }
}

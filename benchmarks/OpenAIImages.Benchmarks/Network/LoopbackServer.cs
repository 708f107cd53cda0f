using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OpenAIImages.Benchmarks.Network;

/// <summary>A real web server on this machine that answers every request with the same JSON.</summary>
/// <remarks>
/// The server's own time is the same for every rival and hides their differences. So the server takes little time: it
/// asks Kestrel for memory in large pieces. Kestrel cuts a body written in one call into blocks of 4 KiB, which costs a
/// fifth more time of both cores.
/// </remarks>
internal sealed class LoopbackServer : IAsyncDisposable
{
    // No client asks the array pool for this size: in one process, client and server would take each other's arrays.
    private const int PieceLength = 128 * 1_024;

    private readonly WebApplication _server;

    private LoopbackServer(WebApplication server) => _server = server;

    /// <summary>Gets the address to give to clients.</summary>
    public Uri Endpoint => new(new Uri(_server.Urls.First()), "/v1/");

    /// <summary>Starts a server on a free port.</summary>
    /// <param name="body">The JSON.</param>
    public static async Task<LoopbackServer> StartAsync(byte[] body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        var server = builder.Build();
        server.Run(context => AnswerAsync(context, body));
        await server.StartAsync();

        return new LoopbackServer(server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    // The server reads the whole request first, as a real server does.
    private static async Task AnswerAsync(HttpContext context, byte[] body)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        var writer = context.Response.BodyWriter;
        for (var position = 0; position < body.Length; position += PieceLength)
        {
            var piece = body.AsMemory(position, Math.Min(PieceLength, body.Length - position));
            piece.CopyTo(writer.GetMemory(piece.Length));
            writer.Advance(piece.Length);
            await writer.FlushAsync(context.RequestAborted);
        }
    }
}

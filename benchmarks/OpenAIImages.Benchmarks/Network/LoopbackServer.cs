using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OpenAIImages.Benchmarks.Network;

/// <summary>A real web server on this machine that answers every request with the same JSON.</summary>
/// <remarks>
/// What it takes of the machine is the same for every rival and hides how they differ, so it takes little: it asks for
/// room in whole pieces. Given all at once, Kestrel cuts the body into blocks of 4 KiB, for a fifth more time of both
/// cores.
/// </remarks>
internal sealed class LoopbackServer : IAsyncDisposable
{
    // A size that no client asks the pool for: in one process, each would take the other's arrays.
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

    // The request is read to its end first, as a server does that looks at it.
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

using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.WholeProcess;

/// <summary>A web server on this machine that serves an output file of a batch with any number of lines.</summary>
/// <remarks>The file <c>file-200</c> has 200 lines. Each line has its own id and the same picture.</remarks>
internal sealed class BatchServer : IAsyncDisposable
{
    private const int PieceLength = 128 * 1_024;
    private const string LineEnd = "},\"error\":null}\n";

    private readonly WebApplication _server;

    private BatchServer(WebApplication server) => _server = server;

    /// <summary>Gets the address to give to clients.</summary>
    public Uri Endpoint => new(new Uri(_server.Urls.First()), "/v1/");

    /// <summary>Starts a server on a free port.</summary>
    /// <param name="pictureLength">The length of each picture in bytes.</param>
    public static async Task<BatchServer> StartAsync(int pictureLength)
    {
        var reply = ReplyBody.Json(Pictures.Make(1, pictureLength)).Bytes;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port: 0);

            // A client that holds the whole file stops reading for seconds while its memory grows.
            kestrel.Limits.MinResponseDataRate = null;
        });
        var server = builder.Build();
        server.Run(context => AnswerAsync(context, reply));
        await server.StartAsync();

        return new BatchServer(server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext context, byte[] reply)
    {
        var name = context.Request.Path.Value!.Split('/')[^2];
        var count = int.Parse(name.AsSpan(name.IndexOf('-') + 1), CultureInfo.InvariantCulture);
        var end = Encoding.UTF8.GetBytes(LineEnd);
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = Enumerable.Range(0, count).Sum(number =>
            (long)StartOf(number).Length + reply.Length + end.Length);
        for (var number = 0; number < count; number++)
        {
            await SendAsync(context, StartOf(number));
            await SendAsync(context, reply);
            await SendAsync(context, end);
        }
    }

    private static byte[] StartOf(int number) => Encoding.UTF8.GetBytes(
        $$"""{"id":"batch_req_{{number}}","custom_id":"{{number}}","response":{"status_code":200,""" +
        " \"request_id\":\"r\",\"body\":");

    private static async Task SendAsync(HttpContext context, byte[] bytes)
    {
        var writer = context.Response.BodyWriter;
        for (var position = 0; position < bytes.Length; position += PieceLength)
        {
            var piece = bytes.AsMemory(position, Math.Min(PieceLength, bytes.Length - position));
            piece.CopyTo(writer.GetMemory(piece.Length));
            writer.Advance(piece.Length);
            await writer.FlushAsync(context.RequestAborted);
        }
    }
}

using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>Receives events as an application does, and answers first with the given statuses, and then with 200.
/// </summary>
/// <remarks>A GET fetches the headers and the body of the next event unchanged, for checks in other languages.
/// </remarks>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();

    private WebhookReceiver(Queue<int> statuses)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(context => ReceiveAsync(context, statuses));
    }

    public Uri Address => new(_application.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + "/hooks");

    public static async Task<WebhookReceiver> StartAsync(params int[] statuses)
    {
        var receiver = new WebhookReceiver(new Queue<int>(statuses));
        await receiver._application.StartAsync(TestContext.Current.CancellationToken);

        return receiver;
    }

    public ValueTask<Delivery> ReceiveAsync()
        => _deliveries.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context, Queue<int> statuses)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await SendNextAsync(context);

            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        context.Response.StatusCode = statuses.TryDequeue(out var status) ? status : 200;
        var headers = context.Request.Headers;
        _deliveries.Writer.TryWrite(new Delivery(
            context.Request.Path.ToString(),
            context.Request.ContentType,
            headers["webhook-id"].ToString(),
            headers["webhook-timestamp"].ToString(),
            headers["webhook-signature"].ToString(),
            body));
    }

    private async Task SendNextAsync(HttpContext context)
    {
        var next = await _deliveries.Reader.ReadAsync(context.RequestAborted);
        context.Response.Headers["webhook-id"] = next.Id;
        context.Response.Headers["webhook-timestamp"] = next.Timestamp;
        context.Response.Headers["webhook-signature"] = next.Signature;
        await context.Response.WriteAsync(next.Body, context.RequestAborted);
    }

    internal sealed record Delivery(
        string Path, string? ContentType, string Id, string Timestamp, string Signature, string Body);
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>GET /models</c> and <c>GET /models/{id}</c>.</summary>
internal sealed class ModelsEndpoint(ModelCatalog catalog)
{
    private static readonly ApiRoute Route = new(BodyLimit: 64 * 1_024, IsMetered: false);

    public void Map(IEndpointRouteBuilder routes)
    {
        Route.Map(routes, HttpMethods.Get, "/models", ListAsync);

        // A name may have slashes, as on compatible servers.
        Route.Map(routes, HttpMethods.Get, "/models/{**name}", DescribeAsync);
    }

    private async Task ListAsync(HttpContext context)
    {
        using var json = new PictureJson();
        ModelReply.WriteList(json.Writer, catalog.Listed);
        await JsonReply.SendAsync(context, json).ConfigureAwait(false);
    }

    private async Task DescribeAsync(HttpContext context)
    {
        var name = (string)context.GetRouteValue("name")!;
        using var json = new PictureJson();
        ModelReply.Write(json.Writer, catalog.Describe(name), name);
        await JsonReply.SendAsync(context, json).ConfigureAwait(false);
    }
}

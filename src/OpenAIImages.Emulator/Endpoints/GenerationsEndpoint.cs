using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Protocol;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>POST /images/generations</c>: pictures from words alone.</summary>
internal sealed class GenerationsEndpoint(ModelCatalog catalog, ImageJobRunner runner)
{
    // The longest prompt, every sign of it escaped as a surrogate pair, is 384 KB.
    private static readonly ApiRoute Route = new(BodyLimit: 1_024 * 1_024, IsMetered: true);

    public void Map(IEndpointRouteBuilder routes)
        => Route.Map(routes, HttpMethods.Post, "/images/generations", HandleAsync);

    private Task HandleAsync(HttpContext context)
    {
        var body = RequestJournal.Current(context).Body;
        var fields = JsonParameters.Read(context.Request.ContentType, body);
        var model = catalog.Find(fields.Text("model"));

        return runner.RunAsync(context, ImageJobReader.Read(fields, model, model.Parameters));
    }
}

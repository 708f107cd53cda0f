using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pipeline;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>POST /images/generations</c>: pictures from a prompt alone.</summary>
internal sealed class GenerationsEndpoint(AzureSurface azure, ImageJobRunner runner)
{
    private const string Path = "/images/generations";

    // The longest prompt is 384 KB when every character is escaped as a surrogate pair.
    private static readonly ApiRoute Route = new(BodyLimit: 1_024 * 1_024, IsMetered: true);

    public void Map(IEndpointRouteBuilder routes)
    {
        Route.Map(routes, HttpMethods.Post, Path, HandleAsync);
        Route.MapDeployments(routes, HttpMethods.Post, Path, HandleAsync);
    }

    private Task HandleAsync(HttpContext context)
    {
        var body = RequestJournal.Current(context).Body;
        var fields = JsonParameters.Read(context.Request.ContentType, body);
        var model = azure.FindModel(context, fields);

        return runner.RunAsync(context, ImageJobReader.Read(fields, model, model.Parameters));
    }
}

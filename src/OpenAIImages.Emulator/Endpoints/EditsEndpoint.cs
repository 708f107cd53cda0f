using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pipeline;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>POST /images/edits</c>: pictures from a prompt and pictures, sent as a form or as JSON.</summary>
internal sealed class EditsEndpoint(AzureSurface azure, EditLoader loader, ImageJobRunner runner)
{
    private const string Path = "/images/edits";

    // A form has at most sixteen pictures of 50 MB, and 1 MiB for other fields. JSON has at most eighteen links of 20
    // MiB.
    private static readonly ApiRoute Route = new(BodyLimit: (16 * 50 + 1) * 1_024 * 1_024, IsMetered: true)
    {
        JsonBodyLimit = (18 * 20 + 1) * 1_024 * 1_024,
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        Route.Map(routes, HttpMethods.Post, Path, HandleAsync);
        Route.MapDeployments(routes, HttpMethods.Post, Path, HandleAsync);
    }

    private async Task HandleAsync(HttpContext context)
    {
        var body = RequestJournal.Current(context).Body;
        var contentType = context.Request.ContentType;
        var isForm = MultipartBody.IsMultipart(contentType);
        if (!isForm && AzureSurface.IsDeployment(context))
        {
            throw new ApiException(RequestRefusals.WrongContentType(contentType, "multipart/form-data"));
        }

        var fields = isForm ? MultipartParameters.Read(contentType, body) : JsonParameters.Read(contentType, body);
        var model = azure.FindModel(context, fields);
        var job = await loader.LoadAsync(fields, isForm, model, context.RequestAborted).ConfigureAwait(false);
        await runner.RunAsync(context, job).ConfigureAwait(false);
    }
}

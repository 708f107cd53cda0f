using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Protocol;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>POST /images/variations</c>: others in the manner of a picture. Retired along with its model.</summary>
internal sealed class VariationsEndpoint(ModelCatalog catalog, ImageJobRunner runner)
{
    private const string UsualModel = "dall-e-2";

    private static readonly ApiRoute Route = new(BodyLimit: 64 * 1_024 * 1_024, IsMetered: true);

    public void Map(IEndpointRouteBuilder routes)
        => Route.Map(routes, HttpMethods.Post, "/images/variations", HandleAsync);

    private Task HandleAsync(HttpContext context)
    {
        var contentType = context.Request.ContentType;
        if (!MultipartBody.IsMultipart(contentType))
        {
            throw new ApiException(RequestRefusals.WrongContentType(contentType, "multipart/form-data"));
        }

        var fields = MultipartParameters.Read(contentType, RequestJournal.Current(context).Body);
        var model = catalog.Find(fields.Text("model") ?? UsualModel);
        var files = new InputReader(fields, references: null);

        return runner.RunAsync(context, VariationJobReader.Read(fields, files, model));
    }
}

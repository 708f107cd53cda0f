using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Protocol;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>POST /images/edits</c>: pictures from words and pictures, sent as a form or as JSON.</summary>
internal sealed class EditsEndpoint(AzureSurface azure, LinkStore links, ImageJobRunner runner)
{
    private const string Path = "/images/edits";

    // Sixteen pictures of 50 MB, and room for the words.
    private static readonly ApiRoute Route = new(BodyLimit: (16 * 50 + 1) * 1_024 * 1_024, IsMetered: true);

    public void Map(IEndpointRouteBuilder routes)
    {
        Route.Map(routes, HttpMethods.Post, Path, HandleAsync);
        Route.MapDeployments(routes, HttpMethods.Post, Path, HandleAsync);
    }

    private Task HandleAsync(HttpContext context)
    {
        var body = RequestJournal.Current(context).Body;
        var contentType = context.Request.ContentType;
        var isForm = MultipartBody.IsMultipart(contentType);
        if (!isForm && AzureSurface.IsDeployment(context))
        {
            throw new ApiException(RequestRefusals.WrongContentType(contentType, "multipart/form-data"));
        }

        var fields = isForm ? MultipartParameters.Read(contentType, body) : JsonParameters.Read(contentType, body);
        var files = new InputReader(fields, isForm ? null : new ImageReferences(link => FindOwn(context, link)));

        return runner.RunAsync(context, EditJobReader.Read(fields, files, azure.FindModel(context, fields)));
    }

    private InputFile? FindOwn(HttpContext context, string link)
        => LinksEndpoint.Find(context.Request, links, link) is { } picture
            ? new InputFile(PictureFormats.MediaType(picture.Format), picture.Bytes)
            : null;
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Pipeline;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>POST /images/edits</c>: pictures from words and pictures, sent as a form or as JSON.</summary>
internal sealed class EditsEndpoint(
    ImageEmulatorOptions options, AzureSurface azure, LinkStore links, PictureStudio studio, ImageJobRunner runner)
{
    private const string Path = "/images/edits";

    // Sixteen pictures of 50 MB, and room for the words; in JSON, eighteen links of 20 MiB.
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
        var files = new InputReader(fields, isForm ? null : new ImageReferences(FindOwn));

        var job = EditJobReader.Read(fields, files, azure.FindModel(context, fields));
        var budget = new PixelBudget(options.MaxInputPixels);
        var inputs = EditInputs.Find(job, files, budget);
        job = await studio
            .InspectAsync(inputs.AddToJob, budget.IsLarge, context.RequestAborted).ConfigureAwait(false);
        await runner.RunAsync(context, job with { IsLarge = budget.IsLarge }).ConfigureAwait(false);
    }

    private InputFile? FindOwn(string link)
        => LinksEndpoint.Find(links, link) is { } picture
            ? new InputFile(PictureFormats.MediaType(picture.Format), picture.Bytes)
            : null;
}

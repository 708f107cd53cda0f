using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Pipeline;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>POST /images/variations</c>: pictures similar to a picture.</summary>
/// <remarks>The operation is retired, like its model. The address answers 404 unless the emulator still serves the
/// model for variations.</remarks>
internal sealed class VariationsEndpoint(
    ImageEmulatorOptions options, ModelCatalog catalog, PictureStudio studio, ImageJobRunner runner)
{
    private const string Path = "/images/variations";
    private const string UsualModel = "dall-e-2";

    private static readonly ApiRoute Route = new(BodyLimit: 64 * 1_024 * 1_024, IsMetered: true);

    private bool IsInService => options.RetiredModels == RetiredModelHandling.Serve;

    public void Map(IEndpointRouteBuilder routes)
    {
        Route.Map(routes, HttpMethods.Post, Path, HandleAsync);
        if (!IsInService)
        {
            Route.Map(routes, HttpMethods.Get, Path, _ => throw new ApiException(RequestRefusals.NothingThere));
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var fields = ReadFields(context);
        var name = fields.Text("model") ?? UsualModel;
        var model = catalog.FindServed(name);
        if (!IsInService && model is not { Varies: true })
        {
            throw new ApiException(RequestRefusals.NothingThere);
        }

        var files = new InputReader(fields, references: null);
        var budget = new PixelBudget(options.MaxInputPixels);
        var read = VariationJobReader.Find(fields, files, model ?? throw Refusals.NoSuchModel(name), budget);
        var job = await studio
            .InspectAsync(read, budget.IsLarge, context.RequestAborted).ConfigureAwait(false);
        await runner.RunAsync(context, job with { IsLarge = budget.IsLarge }).ConfigureAwait(false);
    }

    private ParameterSet ReadFields(HttpContext context)
    {
        var contentType = context.Request.ContentType;
        try
        {
            return MultipartBody.IsMultipart(contentType)
                ? MultipartParameters.Read(contentType, RequestJournal.Current(context).Body)
                : throw new ApiException(RequestRefusals.WrongContentType(contentType, "multipart/form-data"));
        }
        catch (ApiException) when (!IsInService)
        {
            throw new ApiException(RequestRefusals.NothingThere);
        }
    }
}

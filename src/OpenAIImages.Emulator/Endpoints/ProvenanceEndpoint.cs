using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>POST /content_provenance_checks</c>: says whether this service made a picture.</summary>
internal sealed class ProvenanceEndpoint(ImageEmulatorOptions options, PictureLedger ledger)
{
    private const int MostMegabytes = 50;

    private static readonly ApiRoute Route =
        new(BodyLimit: (MostMegabytes + 1) * 1_024 * 1_024, IsMetered: false);

    private static readonly HashSet<string> Known = ["file"];
    private static readonly string[] Supported = ["image/jpeg", "image/png", "image/webp", "image/gif"];

    public void Map(IEndpointRouteBuilder routes)
        => Route.MapVersioned(routes, HttpMethods.Post, "/content_provenance_checks", CheckAsync);

    private async Task CheckAsync(HttpContext context)
    {
        var file = Read(context);
        using var json = new PictureJson();
        ProvenanceReply.Write(
            json.Writer,
            options.TimeProvider.GetUtcNow(),
            ledger.Find(file.Span),
            ContentManifests.IsIn(file.Span));
        await JsonReply.SendAsync(context, json).ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> Read(HttpContext context)
    {
        var contentType = context.Request.ContentType;
        if (!MultipartBody.IsMultipart(contentType))
        {
            throw new ApiException(RequestRefusals.WrongContentType(contentType, "multipart/form-data"));
        }

        var fields = MultipartParameters.Read(contentType, RequestJournal.Current(context).Body);
        ParameterNames.Check(fields, Known);
        var given = fields.Given("file") ?? throw Refusals.Missing("file");
        var file = given.File ?? throw Refusals.WrongType("file", "a file", ParameterKinds.Describe(given.Kind));

        return ContentManifests.IsPicture(file.Bytes.Span)
            ? file.Bytes
            : throw FileRefusals.UnsupportedType("file", file.MediaType ?? "", Supported);
    }
}

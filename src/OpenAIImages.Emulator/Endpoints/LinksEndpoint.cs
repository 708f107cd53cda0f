using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Serves pictures that were delivered as links, in the manner of a storage service.</summary>
/// <remarks>
/// No key is asked for: the signature in the query is one. Conditional and range requests work. An expired link, or
/// one whose query was lost or changed on the way, answers 403 in XML, as storage does.
/// </remarks>
internal sealed class LinksEndpoint(LinkStore links)
{
    /// <summary>Says where the outside finds this service, without a slash at the end.</summary>
    /// <param name="request">A request of somebody who is to be given links.</param>
    /// <param name="publicAddress">Where it is told to be; <see langword="null"/> for the address that the request came
    /// to.</param>
    public static string Root(HttpRequest request, Uri? publicAddress)
        => publicAddress?.AbsoluteUri.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapMethods(LinkAddresses.Folder + "{name}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    private Task ServeAsync(HttpContext context)
    {
        if (links.Find((string)context.GetRouteValue("name")!) is not { } linked)
        {
            return RefuseAsync(context, StatusCodes.Status404NotFound, "BlobNotFound");
        }

        if (links.HasExpired(linked) || context.Request.Query["sig"] != linked.Signature)
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden, "AuthenticationFailed");
        }

        var picture = linked.Picture;

        return Results.Bytes(
            picture.Bytes,
            PictureFormats.MediaType(picture.Format),
            enableRangeProcessing: true,
            lastModified: linked.Created,
            entityTag: new EntityTagHeaderValue(linked.EntityTag)).ExecuteAsync(context);
    }

    private static Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";

        return context.Response.WriteAsync(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code></Error>", context.RequestAborted);
    }
}

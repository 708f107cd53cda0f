using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Serves the pictures behind links, as a storage service does.</summary>
/// <remarks>
/// A link needs no key: the signature in its query replaces the key. Conditional and range requests work. An expired
/// link, or a link whose query was lost or changed, gets a 403 in XML, as from a storage service.
/// </remarks>
internal sealed class LinksEndpoint(LinkStore links)
{
    /// <summary>Returns the address of this service for the outside, without a slash at the end.</summary>
    /// <param name="request">The request whose reply has links.</param>
    /// <param name="publicAddress">The configured address; <see langword="null"/> for the address of the request.
    /// </param>
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

        if (links.HasExpired(linked) || !LinkAddresses.Signs(linked, context.Request.QueryString.Value))
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

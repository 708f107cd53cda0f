using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Serves pictures that were delivered as links, in the manner of a storage service.</summary>
/// <remarks>
/// No key is asked for: the signature in the query is one. Conditional and range requests work. An expired link, or
/// one whose query was lost or changed on the way, answers 403 in XML, as storage does.
/// </remarks>
internal sealed class LinksEndpoint(LinkStore links)
{
    private const string Folder = "/pictures/";

    public static string Address(HttpRequest request, LinkedPicture linked)
    {
        var expires = linked.Expires.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var query = $"?se={Uri.EscapeDataString(expires)}&sp=r&sig={linked.Signature}";

        return $"{request.Scheme}://{request.Host}{Folder}{linked.FileName}{query}";
    }

    /// <summary>Finds a picture by a link to it that was given out here and has not expired.</summary>
    public static Picture? Find(HttpRequest request, LinkStore links, string link)
        => Uri.TryCreate(link, UriKind.Absolute, out var address)
            && address.Authority == request.Host.Value
            && address.AbsolutePath.StartsWith(Folder, StringComparison.Ordinal)
            && links.Find(address.AbsolutePath[Folder.Length..]) is { } linked
            && !links.HasExpired(linked)
            && address.Query.Contains(linked.Signature, StringComparison.Ordinal)
            ? linked.Picture
            : null;

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapMethods(Folder + "{name}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

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

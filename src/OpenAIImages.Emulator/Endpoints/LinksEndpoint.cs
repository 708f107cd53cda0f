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

    /// <summary>Writes a link to a picture.</summary>
    /// <param name="request">The request that is answered with it.</param>
    /// <param name="publicAddress">Where the outside finds this service; <see langword="null"/> for the address that
    /// the request came to.</param>
    /// <param name="linked">The picture.</param>
    public static string Address(HttpRequest request, Uri? publicAddress, LinkedPicture linked)
    {
        var root = publicAddress?.AbsoluteUri.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        var expires = linked.Expires.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var query = $"?se={Uri.EscapeDataString(expires)}&sp=r&sig={linked.Signature}";

        return $"{root}{Folder}{linked.FileName}{query}";
    }

    /// <summary>Finds a picture by a link to it that was given out here and has not expired.</summary>
    /// <remarks>Name and signature are random and ours alone, so that it does not matter by which of its addresses the
    /// link names this service.</remarks>
    public static Picture? Find(LinkStore links, string link)
        => Uri.TryCreate(link, UriKind.Absolute, out var address)
            && address.AbsolutePath.LastIndexOf(Folder, StringComparison.Ordinal) is >= 0 and var folder
            && links.Find(address.AbsolutePath[(folder + Folder.Length)..]) is { } linked
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

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>The rules of an API route, attached to the route as metadata.</summary>
/// <remarks>A route without this metadata needs no key.</remarks>
/// <param name="BodyLimit">The longest body, in bytes.</param>
/// <param name="IsMetered">Whether requests count against the limits.</param>
internal sealed record ApiRoute(long BodyLimit, bool IsMetered)
{
    // Clients use base addresses with and without the version. The third prefix is Azure's newer address.
    private static readonly string[] Prefixes = ["", "/v1", AzureSurface.Folder + "/v1"];

    /// <summary>Gets the longest body that is not a form, if it differs.</summary>
    public long? JsonBodyLimit { get; init; }

    /// <summary>Gets a value indicating whether the journal reads a longer body only up to the limit, and leaves the
    /// rest to the endpoint.</summary>
    public bool Streams { get; init; }

    public static ApiRoute? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>();

    /// <summary>Returns the longest body that a request may have, in bytes.</summary>
    public long LimitFor(HttpRequest request)
        => JsonBodyLimit is { } limit && !MultipartBody.IsMultipart(request.ContentType) ? limit : BodyLimit;

    /// <summary>Maps one operation at every base address.</summary>
    public void Map(IEndpointRouteBuilder routes, string method, string path, RequestDelegate handle)
    {
        foreach (var prefix in Prefixes)
        {
            routes.MapMethods(prefix + path, [method], handle).WithMetadata(this);
        }
    }

    /// <summary>Maps one operation at every base address, and at Azure's older one, which requires a version.</summary>
    public void MapVersioned(IEndpointRouteBuilder routes, string method, string path, RequestDelegate handle)
    {
        Map(routes, method, path, handle);
        routes.MapMethods(AzureSurface.Folder + path, [method], AzureSurface.Versioned(handle)).WithMetadata(this);
    }

    /// <summary>Maps one operation at the addresses of Azure's deployments.</summary>
    public void MapDeployments(IEndpointRouteBuilder routes, string method, string path, RequestDelegate handle)
        => routes.MapMethods(AzureSurface.Deployments + path, [method], handle).WithMetadata(this);
}

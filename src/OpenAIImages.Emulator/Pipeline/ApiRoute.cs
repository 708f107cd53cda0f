using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>The rules of a route of the API, attached to it as metadata. Routes without it need no key.</summary>
/// <param name="BodyLimit">How long a body may be, in bytes.</param>
/// <param name="IsMetered">Whether requests count against the limits.</param>
internal sealed record ApiRoute(long BodyLimit, bool IsMetered)
{
    // Base addresses with and without the version are both in use; the third is Azure's newer one.
    private static readonly string[] Prefixes = ["", "/v1", AzureSurface.Folder + "/v1"];

    /// <summary>Gets how long a body may be that is no form, where that differs.</summary>
    public long? JsonBodyLimit { get; init; }

    /// <summary>Gets a value indicating whether the journal takes no more than the limit of a longer body, and leaves
    /// the rest to the endpoint.</summary>
    public bool Streams { get; init; }

    public static ApiRoute? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>();

    /// <summary>Says how long the body of a request may be.</summary>
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

    /// <summary>Maps one operation at every base address, and at Azure's older one, which wants a version.</summary>
    public void MapVersioned(IEndpointRouteBuilder routes, string method, string path, RequestDelegate handle)
    {
        Map(routes, method, path, handle);
        routes.MapMethods(AzureSurface.Folder + path, [method], AzureSurface.Versioned(handle)).WithMetadata(this);
    }

    /// <summary>Maps one operation at the addresses of Azure's deployments.</summary>
    public void MapDeployments(IEndpointRouteBuilder routes, string method, string path, RequestDelegate handle)
        => routes.MapMethods(AzureSurface.Deployments + path, [method], handle).WithMetadata(this);
}

using OpenAIImages.AspNetCore.Problems;

// Every host already imports this namespace.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the answers to failed calls for images.</summary>
public static class ImageProblemDetailsServiceCollectionExtensions
{
    /// <summary>Answers with problem details when an application does not catch an exception of the client.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The same services.</returns>
    /// <remarks>The method needs <c>app.UseExceptionHandler()</c> to take effect. It also registers ASP.NET Core's own
    /// problem details.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddImageProblemDetails(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        return services.AddProblemDetails().AddExceptionHandler<ImageExceptionHandler>();
    }
}

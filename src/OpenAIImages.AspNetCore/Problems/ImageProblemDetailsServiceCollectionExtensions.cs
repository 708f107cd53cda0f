using OpenAIImages.AspNetCore.Problems;

// The namespace is the one that every host already imports.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the answers to failed calls for images.</summary>
public static class ImageProblemDetailsServiceCollectionExtensions
{
    /// <summary>Answers every exception of the client that an application does not catch with problem
    /// details.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The same services.</returns>
    /// <remarks>It takes effect behind <c>app.UseExceptionHandler()</c>. ASP.NET Core's own problem details are
    /// registered, too, if they are not yet.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddImageProblemDetails(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        return services.AddProblemDetails().AddExceptionHandler<ImageExceptionHandler>();
    }
}

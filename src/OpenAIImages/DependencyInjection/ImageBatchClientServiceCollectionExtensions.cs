using OpenAIImages;
using OpenAIImages.DependencyInjection;

// The namespace is the one that every host already imports, so AddImageBatchClient appears without a using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IImageBatchClient"/>, and <see cref="IImageFileClient"/> beside it under the same
/// key.</summary>
/// <remarks>
/// The two clients share the options, the handlers and the connections of the <see cref="IImageClient"/> of the same
/// key. <c>AddImageClient</c> sets the options, before or after this call. Without it, the options come from the
/// environment. An application that does not register batches does not contain their code.
/// </remarks>
public static class ImageBatchClientServiceCollectionExtensions
{
    /// <summary>Registers <see cref="IImageBatchClient"/> and <see cref="IImageFileClient"/>.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
    /// builder.Services.AddImageBatchClient();
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddImageBatchClient(this IServiceCollection services)
        => ImageClientRegistration.AddBatches(Guard.NotNull(services), name: null);

    /// <summary>Registers <see cref="IImageBatchClient"/> and <see cref="IImageFileClient"/> under the key of one of
    /// several clients.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key of the clients, and the name of their options.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static IHttpClientBuilder AddImageBatchClient(this IServiceCollection services, string name)
        => ImageClientRegistration.AddBatches(Guard.NotNull(services), Guard.NotBlank(name));
}

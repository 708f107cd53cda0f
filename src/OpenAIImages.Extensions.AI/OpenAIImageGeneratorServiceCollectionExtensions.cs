using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenAIImages;

// Every host already imports this namespace, so AddImageGenerator appears without a using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IImageGenerator"/> over the <see cref="IImageClient"/> of the container.</summary>
/// <remarks>
/// <para><c>AddImageClient</c> registers the client. The generator is a singleton; an earlier registration of a
/// generator stays. The container disposes of the generator, which does not dispose of the client.</para>
/// <para>The package Microsoft.Extensions.AI has overloads of both names that take the generator and return a builder
/// for decorators: <c>AddImageGenerator(services => services.GetRequiredService&lt;IImageClient&gt;()
/// .AsImageGenerator()).UseLogging()</c>.</para>
/// </remarks>
public static class OpenAIImageGeneratorServiceCollectionExtensions
{
    /// <summary>Registers <see cref="IImageGenerator"/> over the <see cref="IImageClient"/>.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    [Experimental("MEAI001")]
    public static IServiceCollection AddImageGenerator(this IServiceCollection services)
    {
        (services ?? throw new ArgumentNullException(nameof(services))).TryAddSingleton<IImageGenerator>(
            provider => provider.GetRequiredService<IImageClient>().AsImageGenerator());

        return services;
    }

    /// <summary>Registers <see cref="IImageGenerator"/> under the key of one of several clients.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The name of the client in <c>AddImageClient</c>: the key of the client and the generator.
    /// </param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    [Experimental("MEAI001")]
    public static IServiceCollection AddKeyedImageGenerator(this IServiceCollection services, string name)
    {
        (services ?? throw new ArgumentNullException(nameof(services))).TryAddKeyedSingleton<IImageGenerator>(
            name ?? throw new ArgumentNullException(nameof(name)),
            (provider, key) => provider.GetRequiredKeyedService<IImageClient>(key).AsImageGenerator());

        return services;
    }
}

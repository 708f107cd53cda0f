using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OpenAIImages;
using OpenAIImages.DependencyInjection;

// The namespace is the one that every host already imports, so AddImageClient appears without a using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IImageClient"/>, and <see cref="IImageModelClient"/> beside it under the same
/// key.</summary>
/// <remarks>
/// <para>The client is a singleton and safe to hold in one: it asks for its HTTP handlers anew for each call, so that
/// changed addresses of the service are seen.</para>
/// <para>Options are checked when the host starts; a mistake stops it with an
/// <see cref="OptionsValidationException"/> that lists every fault. What is not set comes from the environment, see
/// <see cref="ImageClientOptions"/>.</para>
/// <para>Call a method again to add to the options; the client is registered once. An <see cref="IImageClient"/> that
/// is registered already, for tests, stays.</para>
/// <para>The builder returned is that of the underlying HTTP client. Handlers added to it sit around ours: they see
/// each call once, whatever its retries, and never the key. Nor do the loggers of the HTTP factory.</para>
/// <para>Resilience that <c>ConfigureHttpClientDefaults</c> gives to all HTTP clients of a host is taken off this one,
/// see <see cref="ImageClientOptions.KeepHostResilience"/>. What is added to the builder returned stays.</para>
/// <para>In a primary handler of your own, redirects and cookies are switched off, since the key must not travel. One
/// that others use too is changed for them as well; one that has sent requests already is refused with an
/// <see cref="ImageTransportException"/> when the first call is made. This holds for <c>SocketsHttpHandler</c> and
/// <see cref="HttpClientHandler"/>, also within <see cref="DelegatingHandler"/>s. In handlers of other types, switch
/// redirects off yourself: a reply from another address than was asked is an <see cref="ImageTransportException"/>,
/// but by then the request has gone there.</para>
/// </remarks>
public static class ImageClientServiceCollectionExtensions
{
    /// <summary>Registers <see cref="IImageClient"/> with the options that the environment holds.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddImageClient(this IServiceCollection services)
        => ImageClientRegistration.Add(Guard.NotNull(services), name: null, configure: null);

    /// <summary>Registers <see cref="IImageClient"/> with retries, time limits and authentication.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options. <see langword="null"/> when the environment holds them.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddImageClient(
        this IServiceCollection services, Action<ImageClientOptions>? configure)
        => ImageClientRegistration.Add(Guard.NotNull(services), name: null, configure);

    /// <summary>Registers <see cref="IImageClient"/> with options from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="section">The section whose keys are the names of <see cref="ImageClientOptions"/>. Its changes
    /// reach the next call.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddImageClient(this IServiceCollection services, IConfiguration section)
        => ImageClientRegistration.Add(Guard.NotNull(services), name: null, Guard.NotNull(section));

    /// <summary>Registers one of several clients, under a key, with the options that the environment holds.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key of the <see cref="IImageClient"/>, and the name of its options.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static IHttpClientBuilder AddImageClient(this IServiceCollection services, string name)
        => ImageClientRegistration.Add(Guard.NotNull(services), Guard.NotBlank(name), configure: null);

    /// <summary>Registers one of several clients, under a key.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key of the <see cref="IImageClient"/>, and the name of its options.</param>
    /// <param name="configure">Sets the options. <see langword="null"/> when the environment holds them.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static IHttpClientBuilder AddImageClient(
        this IServiceCollection services, string name, Action<ImageClientOptions>? configure)
        => ImageClientRegistration.Add(Guard.NotNull(services), Guard.NotBlank(name), configure);

    /// <summary>Registers one of several clients, under a key, with options from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key of the <see cref="IImageClient"/>, and the name of its options.</param>
    /// <param name="section">The section whose keys are the names of <see cref="ImageClientOptions"/>. Its changes
    /// reach the next call.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public static IHttpClientBuilder AddImageClient(
        this IServiceCollection services, string name, IConfiguration section)
        => ImageClientRegistration.Add(Guard.NotNull(services), Guard.NotBlank(name), Guard.NotNull(section));
}

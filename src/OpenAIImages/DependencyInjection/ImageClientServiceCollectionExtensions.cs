using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OpenAIImages;
using OpenAIImages.DependencyInjection;

// The namespace is the one that every host already imports, so AddImageClient appears without a using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IImageClient"/>, and <see cref="IImageModelClient"/> beside it under the same
/// key.</summary>
/// <remarks>
/// <para>The client is a singleton. It asks the HTTP factory for its handlers again for each call, so that it sees
/// changed addresses of the service.</para>
/// <para>Options are checked when the host starts. A mistake stops the host with an
/// <see cref="OptionsValidationException"/> that lists every fault. Settings that are not set come from the
/// environment, see <see cref="ImageClientOptions"/>.</para>
/// <para>If the options switch a budget on (<see cref="ImageClientOptions.Budget"/>), the <see cref="IImageClient"/>
/// keeps to it, and the <see cref="ImageBudget"/> is registered beside it under the same key.</para>
/// <para>A second call for the same client adds to its options; the client is registered once. An
/// <see cref="IImageClient"/> that a test has registered before stays.</para>
/// <para>The methods return the builder of the underlying HTTP client. Handlers that you add to it enclose the client's
/// own handlers: they see each call once, whatever its retries, and never the key. The loggers of the HTTP factory do
/// not see the key either.</para>
/// <para>This client removes resilience that <c>ConfigureHttpClientDefaults</c> gives to all HTTP clients of a host,
/// see <see cref="ImageClientOptions.KeepHostResilience"/>. Resilience that you add to the returned builder
/// stays.</para>
/// <para>The client switches redirects and cookies off in a primary handler of your own, since the key must not reach
/// other addresses. If other clients share the handler, this holds for those clients, too. If the handler has sent
/// requests already, the first call fails with an <see cref="ImageTransportException"/>. These rules hold for
/// <c>SocketsHttpHandler</c> and <see cref="HttpClientHandler"/>, also inside a <see cref="DelegatingHandler"/>. In a
/// handler of another type, switch redirects off yourself. A reply from another address than the requested one gives an
/// <see cref="ImageTransportException"/>, but by then the request has gone there.</para>
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
    /// <example>
    /// <code>
    /// builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
    /// </code>
    /// </example>
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

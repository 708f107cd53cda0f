using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OpenAIImages;
using OpenAIImages.AspNetCore.Health;

// Every host already imports this namespace.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a check of the image service to the health checks of a host.</summary>
/// <remarks>
/// The check lists the models of the service, which costs nothing. It is <see cref="HealthStatus.Degraded"/> when a
/// model in use has been or will soon be shut down, and has the failure status when the list cannot be fetched. The
/// outcome is kept for a minute, and only one check runs at a time for any number of probes. The check has the tag
/// <c>ready</c>.
/// </remarks>
public static class ImageClientHealthChecksBuilderExtensions
{
    /// <summary>Checks the service of the client that <c>AddImageClient</c> registers.</summary>
    /// <param name="builder">The health checks to add to.</param>
    /// <returns>The same health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddImageClient(this IHealthChecksBuilder builder)
        => Add(builder, clientName: null, configure: null);

    /// <summary>Checks the service of the client that <c>AddImageClient</c> registers.</summary>
    /// <param name="builder">The health checks to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same health checks.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddImageClient(
        this IHealthChecksBuilder builder, Action<ImageHealthCheckOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);

        return Add(builder, clientName: null, configure);
    }

    /// <summary>Checks the service of one of several clients.</summary>
    /// <param name="builder">The health checks to add to.</param>
    /// <param name="clientName">The name that the client was registered under.</param>
    /// <returns>The same health checks.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="clientName"/> is blank.</exception>
    public static IHealthChecksBuilder AddImageClient(this IHealthChecksBuilder builder, string clientName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientName);

        return Add(builder, clientName, configure: null);
    }

    /// <summary>Checks the service of one of several clients.</summary>
    /// <param name="builder">The health checks to add to.</param>
    /// <param name="clientName">The name that the client was registered under.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same health checks.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="clientName"/> is blank.</exception>
    public static IHealthChecksBuilder AddImageClient(
        this IHealthChecksBuilder builder, string clientName, Action<ImageHealthCheckOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientName);
        ArgumentNullException.ThrowIfNull(configure);

        return Add(builder, clientName, configure);
    }

    private static IHealthChecksBuilder Add(
        IHealthChecksBuilder builder, string? clientName, Action<ImageHealthCheckOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new ImageHealthCheckOptions();
        configure?.Invoke(options);
        var name = options.Name ?? (clientName is null ? "images" : $"images-{clientName}");

        // The check keeps its outcome, so all probes share one instance.
        builder.Services.AddKeyedSingleton(name, (services, _) => new ImageHealthCheck(
            clientName is null
                ? services.GetRequiredService<IImageModelClient>()
                : services.GetRequiredKeyedService<IImageModelClient>(clientName),
            () => services.GetRequiredService<IOptionsMonitor<ImageClientOptions>>()
                .Get(clientName ?? Options.Options.DefaultName),
            options));

        return builder.Add(new HealthCheckRegistration(
            name,
            services => services.GetRequiredKeyedService<ImageHealthCheck>(name),
            options.FailureStatus,
            options.Tags));
    }
}

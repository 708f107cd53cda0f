using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OpenAIImages;
using OpenAIImages.AspNetCore.Health;

// The namespace is the one that every host already imports.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a check of the image service to the health checks of a host.</summary>
/// <remarks>
/// The check lists the models of the service, which costs nothing. It is <see cref="HealthStatus.Degraded"/> where a
/// model in use is shut down soon or was already, and gets the status of a failure where the service cannot be asked.
/// Its outcome is kept for a minute, and one check is in flight at a time, however many probes there are. It has the
/// tag <c>ready</c>.
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

        // The check itself remembers, so there is one of it for all probes.
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

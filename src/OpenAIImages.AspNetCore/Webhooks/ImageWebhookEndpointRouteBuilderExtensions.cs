using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages;
using OpenAIImages.AspNetCore.Webhooks;

// Every host already imports this namespace.
namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps endpoints for the webhooks of the image service.</summary>
public static class ImageWebhookEndpointRouteBuilderExtensions
{
    private const string SecretKey = "OPENAI_WEBHOOK_SECRET";

    /// <summary>Maps an endpoint to which the service delivers its events.</summary>
    /// <param name="endpoints">The endpoints to add to.</param>
    /// <param name="pattern">The path of the endpoint, such as <c>/webhooks/openai</c>.</param>
    /// <param name="handler">Handles a verified event, with the services of its request. It should return within
    /// seconds: give long work to a queue. When it throws, the answer is 500 and the service delivers the event again,
    /// for up to three days.</param>
    /// <param name="configure">Sets the options; by default the secret is the configuration's
    /// <c>OPENAI_WEBHOOK_SECRET</c>.</param>
    /// <returns>The endpoint, for your own conventions.</returns>
    /// <remarks>
    /// <para>The endpoint verifies the raw body of at most 64 KiB before anything reads it. It answers a delivery that
    /// was already handled without the handler. It refuses an event without an id, because anybody who has seen it
    /// could repeat it.</para>
    /// <para>A handler is called at least once for each event. It is called twice when the process ends after the
    /// handler's return and before the store has recorded the delivery, so a second call must do no harm.</para>
    /// <para>The signature replaces a login, so the endpoint allows anonymous callers. OpenAPI does not describe the
    /// endpoint.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/>, <paramref name="pattern"/> or
    /// <paramref name="handler"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">There is no secret, or a secret cannot be used.</exception>
    public static IEndpointConventionBuilder MapImageWebhook(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<ImageWebhookEvent, IServiceProvider, CancellationToken, Task> handler,
        Action<ImageWebhookEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(handler);
        var options = new ImageWebhookEndpointOptions();
        configure?.Invoke(options);
        var services = endpoints.ServiceProvider;
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var endpoint = new WebhookEndpoint(
            Create(SecretsOf(options, services), options.Tolerance, clock),
            options.Store ?? services.GetService<IImageWebhookStore>() ?? new ImageWebhookMemoryStore(clock),
            options.Lease,
            handler);

        return endpoints.MapPost(pattern, (RequestDelegate)endpoint.HandleAsync)
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static string[] SecretsOf(ImageWebhookEndpointOptions options, IServiceProvider services)
        => options.Secrets.Count > 0 ? [.. options.Secrets]
            : services.GetService<IConfiguration>()?[SecretKey] is { } secret && !string.IsNullOrWhiteSpace(secret)
                ? [secret.Trim()]
            : throw new ImageConfigurationException(
                [$"The webhook has no secret: set {SecretKey}, or add to {nameof(options.Secrets)}."]);

    private static ImageWebhook Create(string[] secrets, TimeSpan tolerance, TimeProvider clock)
    {
        try
        {
            return new ImageWebhook(secrets) { Tolerance = tolerance, TimeProvider = clock };
        }
        catch (ArgumentException e)
        {
            throw new ImageConfigurationException([$"A secret of the webhook cannot be used: {e.Message}"], e);
        }
    }
}

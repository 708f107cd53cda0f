using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages;
using OpenAIImages.AspNetCore.Webhooks;

// The namespace is the one that every host already imports.
namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps endpoints for the webhooks of the image service.</summary>
public static class ImageWebhookEndpointRouteBuilderExtensions
{
    private const string SecretKey = "OPENAI_WEBHOOK_SECRET";

    /// <summary>Maps an endpoint to which the service delivers its events.</summary>
    /// <param name="endpoints">The endpoints to add to.</param>
    /// <param name="pattern">The path of the endpoint, such as <c>/webhooks/openai</c>.</param>
    /// <param name="handler">Handles an event that comes from the service, with the services of its request. It is to
    /// return within seconds: leave long work to a queue. When it throws, the answer is 500 and the service delivers
    /// the event again, for up to three days.</param>
    /// <param name="configure">Sets the options; by default the secret is the configuration's
    /// <c>OPENAI_WEBHOOK_SECRET</c>.</param>
    /// <returns>The endpoint, for conventions of your own.</returns>
    /// <remarks>
    /// <para>The raw body of at most 64 KiB is verified before anything reads it. An event whose delivery was handled
    /// is answered without the handler; one without an id is refused, since it could be repeated by anybody who has
    /// seen it.</para>
    /// <para>A handler is called at least once for each event: twice when the process ends between the handler's return
    /// and the store's answer, so that it should bear it.</para>
    /// <para>The signature stands for a login, so that the endpoint allows anonymous callers, and OpenAPI does not
    /// describe it.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/>, <paramref name="pattern"/> or
    /// <paramref name="handler"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">There is no secret, or one cannot be used.</exception>
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

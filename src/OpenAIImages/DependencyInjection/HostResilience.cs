using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using OpenAIImages.Diagnostics;

namespace OpenAIImages.DependencyInjection;

/// <summary>Removes resilience handlers that a host gives to all of its HTTP clients from one HTTP client.</summary>
/// <param name="currentOptions">Takes a container, and returns a function that returns the options in force.</param>
/// <param name="logOf">Returns the log of a container.</param>
/// <remarks>
/// The usual time limit of such handlers is 10 seconds an attempt, and a call that it ends is paid for nevertheless.
/// Handlers that a user adds to the builder of this client stay: the action of this class runs after the actions for
/// all clients and before the other actions of this client.
/// </remarks>
internal sealed class HostResilience(
    Func<IServiceProvider, Func<ImageClientOptions>> currentOptions, Func<IServiceProvider, Log> logOf)
{
    // The class knows the handlers by name, so it does not need their packages. A derived type counts, too.
    private static readonly string[] Known =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    private int _isLogged;

    /// <summary>Registers the removal as the first of the client's own actions.</summary>
    /// <param name="services">The services.</param>
    /// <param name="http">The builder of the client.</param>
    public void AddTo(IServiceCollection services, IHttpClientBuilder http)
    {
        // The builder registers the action as a service, in the order in which the factory runs actions. The factory
        // runs the actions for all clients first, also actions that are added later.
        http.ConfigureAdditionalHttpMessageHandlers(Remove);
        var own = services[services.Count - 1];
        services.RemoveAt(services.Count - 1);
        var index = 0;
        while (index < services.Count && !IsActionOf(services[index], http.Name))
        {
            index++;
        }

        services.Insert(index, own);
    }

    private static bool IsActionOf(ServiceDescriptor service, string httpClientName)
        => !service.IsKeyedService
            && service.ImplementationInstance is ConfigureNamedOptions<HttpClientFactoryOptions> action
            && action.Name == httpClientName;

    private static bool IsResilience(DelegatingHandler handler)
    {
        for (var type = handler.GetType(); type is not null; type = type.BaseType)
        {
            if (Array.IndexOf(Known, type.FullName) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // The factory calls this method whenever it renews the handlers. The log reports the removal once.
    private void Remove(IList<DelegatingHandler> handlers, IServiceProvider provider)
    {
        if (!handlers.Any(IsResilience) || currentOptions(provider)() is not { KeepHostResilience: false } options)
        {
            return;
        }

        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsResilience(handlers[i]))
            {
                handlers.RemoveAt(i);
            }
        }

        if (Interlocked.Exchange(ref _isLogged, 1) == 0)
        {
            logOf(provider).HostResilienceTakenOff(options.AttemptTimeout);
        }
    }
}

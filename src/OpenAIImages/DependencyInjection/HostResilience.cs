using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using OpenAIImages.Diagnostics;

namespace OpenAIImages.DependencyInjection;

/// <summary>Takes off one HTTP client the resilience that a host gives to all of its HTTP clients.</summary>
/// <param name="currentOptions">Returns, for a container, what returns the options in force.</param>
/// <param name="logOf">Returns the log of a container.</param>
/// <remarks>
/// The usual time limit is 10 seconds an attempt, and a call that it ends is paid for all the same. What stands on the
/// builder of this client stays, since its action runs before the others of this client and behind those of all
/// clients.
/// </remarks>
internal sealed class HostResilience(
    Func<IServiceProvider, Func<ImageClientOptions>> currentOptions, Func<IServiceProvider, Log> logOf)
{
    // Known by name, so that nobody needs the packages. Base types count: the first can be derived from.
    private static readonly string[] Known =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    private int _isTold;

    /// <summary>Registers this as the first action of a client's own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="http">The builder of the client.</param>
    public void AddTo(IServiceCollection services, IHttpClientBuilder http)
    {
        // By the builder: the factory keeps the place of the first action that comes so, and puts those of all clients
        // before it, also such as are added later.
        http.ConfigureAdditionalHttpMessageHandlers(TakeOff);
        var own = services[services.Count - 1];
        services.RemoveAt(services.Count - 1);
        var place = 0;
        while (place < services.Count && !IsActionOf(services[place], http.Name))
        {
            place++;
        }

        services.Insert(place, own);
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

    // Runs whenever the factory renews the handlers, and tells of it once.
    private void TakeOff(IList<DelegatingHandler> handlers, IServiceProvider provider)
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

        if (Interlocked.Exchange(ref _isTold, 1) == 0)
        {
            logOf(provider).HostResilienceTakenOff(options.AttemptTimeout);
        }
    }
}

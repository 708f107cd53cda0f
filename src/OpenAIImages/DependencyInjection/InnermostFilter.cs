using Microsoft.Extensions.Http;
using OpenAIImages.Transport;

namespace OpenAIImages.DependencyInjection;

/// <summary>Puts the handler with the key directly around the primary handler of one HTTP client.</summary>
/// <param name="httpClientName">The name of the HTTP client.</param>
/// <param name="currentOptions">Takes a container, and returns a function that returns the options in force.</param>
/// <remarks>
/// The first filter of a container ends last: after all actions of the user, and after the filters that add the loggers
/// and the metrics, which search for the primary handler themselves.
/// </remarks>
internal sealed class InnermostFilter(
    string httpClientName, Func<IServiceProvider, Func<ImageClientOptions>> currentOptions)
    : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => handlers =>
    {
        if (handlers.Name != httpClientName)
        {
            next(handlers);

            return;
        }

        try
        {
            next(handlers);
        }
        catch (InvalidOperationException e) when (PrimaryHandler.IsInUse(handlers.PrimaryHandler))
        {
            // The factory sets the container's metrics on every primary handler, and a handler in use refuses this
            // change.
            throw ImageTransportException.PrimaryHandlerInUse(e);
        }

        handlers.PrimaryHandler = HttpPipeline.CreateInnermost(
            currentOptions(handlers.Services), handlers.PrimaryHandler);
    };
}

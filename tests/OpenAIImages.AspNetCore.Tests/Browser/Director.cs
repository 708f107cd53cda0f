using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.AspNetCore.Tests.Browser;

/// <summary>Lets the script of a test control the service: <c>/test/next</c> moves the service on by one step, and
/// <c>/test/cut</c> cuts the connection of the first request for events, as a bad network does.</summary>
internal sealed class Director(StepClock clock) : IStartupFilter
{
    private readonly ConcurrentQueue<string> _asked = new();
    private HttpContext? _first;

    /// <summary>Gets whether the second request for events is cut before it is answered.</summary>
    public bool CutsSecondAnswer { get; init; }

    /// <summary>Gets the <c>Last-Event-ID</c> of each request for events; empty for a request without one.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(InvokeAsync);
        next(app);
    };

    private Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        switch (context.Request.Path.Value)
        {
            case "/test/next":
                return clock.NextAsync(context.RequestAborted);
            case "/test/cut":
                _first!.Abort();
                return Task.CompletedTask;
            case "/api/events":
                _asked.Enqueue(context.Request.Headers["Last-Event-ID"].ToString());
                _first ??= context;
                if (_asked.Count == 2 && CutsSecondAnswer)
                {
                    context.Abort();
                    return Task.CompletedTask;
                }

                return next(context);
            default:
                return next(context);
        }
    }
}

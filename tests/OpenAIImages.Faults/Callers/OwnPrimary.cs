using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Callers;

/// <summary>A primary handler as a user gives it: it follows redirects and keeps cookies.</summary>
internal sealed class OwnPrimary : IDisposable
{
    private HttpMessageHandler? _handler;

    public OwnPrimary(IHttpClientBuilder http, PrimaryKind kind, ScriptFaults faults)
    {
        if (kind == PrimaryKind.SocketsByTheirOwnMethod)
        {
            http.UseSocketsHttpHandler((sockets, _) =>
            {
                sockets.AllowAutoRedirect = true;
                sockets.UseCookies = true;
                sockets.ConnectCallback = faults.ConnectAsync;
                _handler = sockets;
            });
        }
        else
        {
            http.ConfigurePrimaryHttpMessageHandler(() => _handler = Make(kind, faults));
        }
    }

    // A factory keeps its handlers for a while after its container is gone.
    public void Dispose() => _handler?.Dispose();

    private static HttpMessageHandler Make(PrimaryKind kind, ScriptFaults faults) => kind switch
    {
        PrimaryKind.Sockets => Sockets(faults),
        PrimaryKind.WrappedSockets => new Wrapper { InnerHandler = new Wrapper { InnerHandler = Sockets(faults) } },
        PrimaryKind.Client => new HttpClientHandler(),
        PrimaryKind.DerivedClient => new Derived(),
        _ => throw new InvalidOperationException($"{kind} is no handler of its own."),
    };

    private static SocketsHttpHandler Sockets(ScriptFaults faults) => new() { ConnectCallback = faults.ConnectAsync };

    private sealed class Wrapper : DelegatingHandler;

    private sealed class Derived : HttpClientHandler;
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator;

namespace OpenAIImages.AspNetCore.Tests.Support;

/// <summary>A small web application on a real socket, and an HTTP client that calls it.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebHost(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<WebHost> StartAsync(
        Action<WebApplication> map, Action<IServiceCollection>? register = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        register?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync(Token);

        return new WebHost(app);
    }

    /// <summary>Starts an application whose image client calls an emulator.</summary>
    public static Task<WebHost> StartAsync(
        ImageEmulator emulator, Action<WebApplication> map, Action<IServiceCollection>? register = null)
        => StartAsync(map, services =>
        {
            services.AddImageClient(options =>
            {
                options.ApiKey = "offline";
                options.Endpoint = emulator.Endpoint;
                options.Model = ImageModel.GptImage2;
            });
            register?.Invoke(services);
        });

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };

        return Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

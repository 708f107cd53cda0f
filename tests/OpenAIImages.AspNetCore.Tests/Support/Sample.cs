using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator;

namespace OpenAIImages.AspNetCore.Tests.Support;

/// <summary>The sample WebApi, connected to the emulator of the test.</summary>
internal static class Sample
{
    public static WebApplicationFactory<Program> For(
        ImageEmulator emulator, Action<IServiceCollection>? register = null)
    {
        var factory = new WebApplicationFactory<Program>();

        return factory.WithWebHostBuilder(host =>
        {
            host.UseSetting("OpenAIImages:ApiKey", "offline");
            host.UseSetting("OpenAIImages:Endpoint", emulator.Endpoint.AbsoluteUri);
            host.UseSetting("OpenAIImages:Model", "gpt-image-2");
            host.ConfigureLogging(logging => logging.ClearProviders());
            host.ConfigureTestServices(services =>
            {
                services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
                register?.Invoke(services);
            });
        });
    }
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Docs.Guides.TestingYourCode;

/// <summary>The factory of the guide, without logs and without key files in the home directory.</summary>
public sealed class QuietFactory : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(
            services => services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>());
    }
}

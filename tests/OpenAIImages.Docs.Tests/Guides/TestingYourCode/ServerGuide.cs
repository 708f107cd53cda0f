using System.Net;
using OpenAIImages.Emulator;

namespace Docs.Guides.TestingYourCode;

public sealed class ServerGuide(QuietFactory factory) : IClassFixture<QuietFactory>
{
    [Fact]
    public async Task A_whole_application_calls_the_emulator()
    {
        await using var emulator = await ImageEmulator.StartAsync();
        await using var application = factory.WithWebHostBuilder(host =>
        {
            host.UseSetting("OpenAIImages:ApiKey", "any");
            host.UseSetting("OpenAIImages:Endpoint", emulator.Endpoint.AbsoluteUri);
            host.UseSetting("OpenAIImages:Model", "gpt-image-2");
        });
        using var browser = application.CreateClient();

        using var ready = await browser.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("/v1/models", emulator.Received[0].Path);
    }
}

using Docs.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenAIImages;

namespace Docs.Guides.Options;

public sealed class OptionsGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task The_program_sets_options()
    {
        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            Model = "gpt-image-2",
            MaxRetries = 4,
        });

        await client.GenerateAsync("a red fox in the snow");

        Assert.Equal("gpt-image-2", Assert.Single(Received).Model);
    }

    [Fact]
    public async Task A_host_sets_options()
    {
        var builder = WebApplication.CreateSlimBuilder();

        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        builder.Services.Configure<ImageClientOptions>(options => options.MaxRetries = 4);

        await using var app = builder.Build();
        var options = app.Services.GetRequiredService<IOptionsMonitor<ImageClientOptions>>();
        Assert.NotNull(app.Services.GetRequiredService<IImageClient>());
        Assert.Equal(4, options.CurrentValue.MaxRetries);
    }

    [Fact]
    public async Task An_unknown_key_is_a_fault_that_suggests_the_nearest_name()
    {
        var builder = WebApplication.CreateSlimBuilder();

        builder.Configuration["OpenAIImages:MaxRetrys"] = "4";

        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        await using var app = builder.Build();
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Token));
        var said = new Conventions.Page("docs/guides/options.md").CodeBlocks.Single(block => block.Language == "text");
        Assert.Contains(said.Text.Trim(), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_name_has_its_own_client()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["OpenAIImages:Drafts:Model"] = "gpt-image-2.6-flare";

        builder.Services.AddImageClient("drafts", builder.Configuration.GetSection("OpenAIImages:Drafts"));
        builder.Services.AddSingleton<DraftMaker>();

        await using var app = builder.Build();
        await app.Services.GetRequiredService<DraftMaker>().MakeAsync("a red fox in the snow");

        Assert.Equal("gpt-image-2.6-flare", Assert.Single(Received).Model);
    }

    [Fact]
    public async Task A_request_has_options_of_its_own()
    {
        var client = Client;

        var request = new GenerateImageRequest("a red fox in the snow")
        {
            Timeout = TimeSpan.FromMinutes(3),
            Headers = new Dictionary<string, string> { ["X-Order"] = "4711" },
        };
        await client.GenerateAsync(request);

        Assert.Equal(["4711"], Assert.Single(Received).Headers["X-Order"]);
    }

    public sealed class DraftMaker([FromKeyedServices("drafts")] IImageClient images)
    {
        public Task<ImageResult> MakeAsync(string prompt) => images.GenerateAsync(prompt);
    }
}

using System.Text.Json;
using Docs.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages;

namespace Docs.Guides.TrimmingAndAot;

public sealed class TrimmingAndAotGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task A_section_of_the_configuration_makes_a_client()
    {
        var builder = WebApplication.CreateSlimBuilder();

        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));

        await using var app = builder.Build();
        Assert.NotNull(app.Services.GetRequiredService<IImageClient>());
    }

    [Fact]
    public void Custom_options_hold_text()
    {
        var request = new PosterOptions().ToRequest("a jazz night");

        Assert.Equal(ImageSize.Portrait, request.Size);
    }

    [Fact]
    public async Task A_result_goes_through_a_generated_context()
    {
        var result = await Client.GenerateAsync("a red fox in the snow");

        var json = JsonSerializer.Serialize(result, ImageJson.Default.ImageResult);
        var copy = JsonSerializer.Deserialize(json, ImageJson.Default.ImageResult);

        Assert.Equal(result.Usage, copy?.Usage);
    }

    public sealed class PosterOptions
    {
        public string Model { get; set; } = "gpt-image-2";

        public string Size { get; set; } = "1024x1536";

        public GenerateImageRequest ToRequest(string title) => new($"a poster for {title}")
        {
            Model = ImageModel.Parse(Model),
            Size = ImageSize.Parse(Size),
        };
    }
}

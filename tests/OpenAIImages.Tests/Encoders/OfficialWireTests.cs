using System.Text.Json.Nodes;
using OpenAIImages.Encoders;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Encoders;

/// <summary>The client sends the same fields as the recorded requests of OpenAI's own clients.</summary>
public sealed class OfficialWireTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_generation_sends_the_JSON_of_the_official_JavaScript_client()
        => await AssertJsonAsync(
            """
            {"model":"gpt-image-2","prompt":"otter","n":1,"size":"1024x1024","output_compression":80,
             "output_format":"webp"}
            """,
            new GenerateImageRequest("otter")
            {
                Model = ImageModel.GptImage2,
                Count = 1,
                Size = ImageSize.Square,
                OutputCompression = 80,
                OutputFormat = ImageFileFormat.WebP,
            });

    [Fact]
    public async Task A_generation_sends_the_JSON_of_the_official_NET_client()
        => await AssertJsonAsync(
            """
            {"prompt":"otter","model":"gpt-image-2","quality":"high","output_format":"webp","output_compression":80,
             "size":"1024x1024","moderation":"low","background":"auto","user":"u"}
            """,
            new GenerateImageRequest("otter")
            {
                Model = "gpt-image-2",
                Quality = ImageQuality.High,
                OutputFormat = ImageFileFormat.WebP,
                OutputCompression = 80,
                Size = ImageSize.Square,
                Moderation = ImageModeration.Low,
                Background = ImageBackground.Auto,
                User = "u",
            });

    [Fact]
    public async Task An_edit_sends_the_form_of_the_JavaScript_client_with_real_file_types()
    {
        var picture = new ImageMask(4, 4).AddRectangle(0, 0, 2, 2).ToMarkup();
        using var bytes = picture.Source!.Open();
        var request = new EditImageRequest("p", ImageInput.FromStream(bytes, "a.png"))
        {
            Model = ImageModel.GptImage26Sunburst,
            Markup = new ImageMask(4, 4).AddEllipse(0, 0, 4, 4).ToMarkup(),
            Svg = new ImageSvgOptions { Model = "gpt-5.6", ReasoningEffort = ImageReasoningEffort.Low },
        };

        var form = await Form.ReadAsync((await RequestEncoder.EncodeAsync(request, false, Token)).Content);

        Assert.Equal(
            [
                "form-data; name=\"image\"; filename=\"a.png\" image/png",
                "form-data; name=\"markup\"; filename=\"markup.png\" image/png",
                "form-data; name=\"model\" gpt-image-2.6-sunburst",
                "form-data; name=\"prompt\" p",
                "form-data; name=\"svg[model]\" gpt-5.6",
                "form-data; name=\"svg[reasoning][effort]\" low",
            ],
            form.Parts.Select(part => $"{part.Disposition} {part.Type ?? part.Text}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task JSON_and_form_both_request_a_stream()
    {
        using var json = (await RequestEncoder.EncodeAsync(new GenerateImageRequest("p"), true, Token)).Content;
        var edit = new EditImageRequest("p", ImageInput.FromBytes(Bodies.Picture(20)));
        var form = await Form.ReadAsync((await RequestEncoder.EncodeAsync(edit, true, Token)).Content);

        Assert.Equal("""{"prompt":"p","stream":true}""", await json.ReadAsStringAsync(Token));
        Assert.Equal("true", form["stream"].Text);
    }

    private static async Task AssertJsonAsync(string expected, GenerateImageRequest request)
    {
        using var content = (await RequestEncoder.EncodeAsync(request, false, Token)).Content;

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(expected), JsonNode.Parse(await content.ReadAsStringAsync(Token))));
    }
}

using OpenAIImages.Emulator.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Emulator.Tests.Requests;

/// <summary>The models of the DALL-E era edit as they did, or refuse.</summary>
public sealed class LegacyEditsTests
{
    private static byte[] Square { get; } = Samples.Make(SKEncodedImageFormat.Png, 32, 32, SKColors.Red);

    [Fact]
    public async Task Dall_e_2_edits_one_small_square_png_and_delivers_a_link()
    {
        await using var service = await StartAsync();

        var reply = await service.EditAsync(Form.Of(("model", "dall-e-2"), ("prompt", "p")).File("image", Square));

        Assert.Equal(200, reply.Status);
        Assert.NotNull(reply.Body["data"]![0]!["url"]);
        Assert.Null(reply.Body["usage"]);
    }

    [Fact]
    public async Task Dall_e_2_refuses_other_edits()
    {
        await using var service = await StartAsync();
        var form = () => Form.Of(("model", "dall-e-2"), ("prompt", "p"));

        var two = await service.EditAsync(form().File("image[]", Square).File("image[]", Square));
        var wide = await service.EditAsync(form().File("image", Samples.Png));
        var jpeg = await service.EditAsync(form().File("image", Samples.Jpeg, "image/jpeg"));
        var faithful = await service.EditAsync(form().File("image", Square).Text("input_fidelity", "low"));

        Assert.Equal("array_above_max_length", (string?)two.Body["error"]!["code"]);
        wide.IsError(400, "image", "invalid_image_file", "Invalid file 'image': the picture must be square.");
        jpeg.IsError(
            400, "image", "unsupported_file_mimetype",
            "Invalid file 'image': unsupported mimetype ('image/jpeg'). Supported file formats are 'image/png'.");
        faithful.IsError(400, "input_fidelity", "unknown_parameter", "Unknown parameter: 'input_fidelity'.");
    }

    [Fact]
    public async Task Dall_e_3_does_not_edit()
    {
        await using var service = await StartAsync();

        var reply = await service.EditAsync(Form.Of(("model", "dall-e-3"), ("prompt", "p")).File("image", Square));

        reply.IsError(400, "model", "invalid_value", "The model 'dall-e-3' does not edit pictures.");
    }

    private static Task<Service> StartAsync() => Service.StartAsync(options =>
    {
        options.Engine = new EditingEngine();
        options.RetiredModels = RetiredModelHandling.Serve;
    });
}

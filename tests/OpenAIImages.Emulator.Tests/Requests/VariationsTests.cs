using System.Text;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;
using SkiaSharp;

namespace OpenAIImages.Emulator.Tests.Requests;

public sealed class VariationsTests
{
    private static byte[] Square { get; } = Samples.Make(SKEncodedImageFormat.Png, 32, 32, SKColors.Red);

    [Theory]
    [InlineData(null)]
    [InlineData("dall-e-2")]
    [InlineData("gpt-image-2")]
    [InlineData("foo")]
    public async Task Variations_are_retired_unless_retired_models_are_served(string? model)
    {
        await using var service = await Service.StartAsync();
        var form = new Form().File("image", Square);

        using var content = (model is null ? form : form.Text("model", model)).ToContent();

        using var reply = await service.Http.PostAsync(
            "images/variations", content, TestContext.Current.CancellationToken);
        using var asked = await service.Http.GetAsync("images/variations", TestContext.Current.CancellationToken);

        Assert.All([reply, asked], bare => Assert.Equal(
            (404, 0), ((int)bare.StatusCode, bare.Content.Headers.ContentLength)));
    }

    [Fact]
    public async Task Variations_are_served_as_the_service_once_served_them()
    {
        var engine = new EditingEngine();
        await using var service = await StartAsync(engine);

        var reply = await VaryAsync(service, Form
            .Of(("n", "2"), ("size", "256x256"), ("response_format", "b64_json"), ("user", "u"))
            .File("image", Square));

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            ["AQIDBAUA", "AQIDBAUB"], reply.Body["data"]!.AsArray().Select(item => (string?)item!["b64_json"]));
        Assert.Equal(2, engine.Variations.Count);
        Assert.All(engine.Variations, asked => Assert.Equal(Square, asked.Source));
        Assert.All(engine.Variations, asked => Assert.Equal((256, 256), (asked.Request.Width, asked.Request.Height)));
    }

    [Fact]
    public async Task Variations_come_as_links_by_default()
    {
        await using var service = await StartAsync(new EditingEngine());

        var reply = await VaryAsync(service, new Form().File("image", Square));

        using var stranger = new HttpClient();
        var link = (string)reply.Body["data"]![0]!["url"]!;
        Assert.Equal(
            TinyEngine.Bytes(0), await stranger.GetByteArrayAsync(link, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_compatible_model_varies_any_picture()
    {
        var engine = new EditingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var reply = await VaryAsync(
            service, Form.Of(("model", "local")).File("image", Samples.Jpeg, "image/jpeg"));

        Assert.Equal((200, "40x24"), (reply.Status, (string?)reply.Body["size"]));
    }

    [Theory]
    [InlineData("model", "gpt-image-2", "invalid_value",
        "Invalid value: 'gpt-image-2'. Supported values are: 'dall-e-2'.")]
    [InlineData("model", "dall-e-3", "invalid_value",
        "Invalid value: 'dall-e-3'. Supported values are: 'dall-e-2'.")]
    [InlineData("prompt", "p", "unknown_parameter", "Unknown parameter: 'prompt'.")]
    [InlineData("n", "11", "integer_above_max_value",
        "Invalid 'n': integer above maximum value. Expected a value <= 10, but got 11 instead.")]
    [InlineData("size", "300x300", "invalid_value",
        "Invalid value: '300x300'. Supported values are: '256x256', '512x512', and '1024x1024'.")]
    [InlineData("response_format", "file", "invalid_value",
        "Invalid value: 'file'. Supported values are: 'url' and 'b64_json'.")]
    public async Task A_field_that_breaks_a_rule_is_refused(string field, string value, string code, string message)
    {
        await using var service = await StartAsync(new EditingEngine());

        var reply = await VaryAsync(service, Form.Of((field, value)).File("image", Square));

        reply.IsError(400, field, code, message);
    }

    [Fact]
    public async Task The_picture_must_be_a_small_square_png()
    {
        await using var service = await StartAsync(new EditingEngine());

        var none = await VaryAsync(service, Form.Of(("n", "1")));
        var two = await VaryAsync(service, new Form().File("image[]", Square).File("image[]", Square));
        var jpeg = await VaryAsync(service, new Form().File("image", Samples.Jpeg, "image/jpeg"));
        var large = await VaryAsync(service, new Form().File("image", new byte[4 * 1_024 * 1_024]));
        var wide = await VaryAsync(service, new Form().File("image", Samples.Png));

        none.IsError(400, "image", "missing_required_parameter", "Missing required parameter: 'image'.");
        two.IsError(
            400, "image", "array_above_max_length",
            "Invalid 'image': array too long. Expected an array with maximum length 1, but got an array with " +
            "length 2 instead.");
        jpeg.IsError(
            400, "image", "unsupported_file_mimetype",
            "Invalid file 'image': unsupported mimetype ('image/jpeg'). Supported file formats are 'image/png'.");
        large.IsError(400, "image", "file_too_large", "Invalid file 'image': it must be less than 4 MB.");
        wide.IsError(400, "image", "invalid_image_file", "Invalid file 'image': the picture must be square.");
    }

    [Fact]
    public async Task A_request_for_a_variation_must_be_a_form()
    {
        await using var service = await StartAsync(new EditingEngine());
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        var reply = await service.SendAsync(HttpMethod.Post, "images/variations", content);

        Assert.Equal((400, "unsupported_content_type"), (reply.Status, (string?)reply.Body["error"]!["code"]));
    }

    private static Task<Service> StartAsync(IPictureEngine engine) => Service.StartAsync(options =>
    {
        options.Engine = engine;
        options.RetiredModels = RetiredModelHandling.Serve;
    });

    private static async Task<Reply> VaryAsync(Service service, Form form)
    {
        using var content = form.ToContent();

        return await service.SendAsync(HttpMethod.Post, "images/variations", content);
    }
}

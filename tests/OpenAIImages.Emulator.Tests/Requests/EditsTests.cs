using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Requests;

public sealed class EditsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_picture_and_a_prompt_give_a_changed_picture()
    {
        var engine = new EditingEngine();
        await using var service = await StartAsync(engine);

        var reply = await service.EditAsync(
            Form.Of(("model", "gpt-image-2"), ("prompt", "add a hat")).File("image", Samples.Png));

        reply.Is(200, """
            {
              "created": 1795435200,
              "data": [ { "b64_json": "AQIDBAUA" } ],
              "background": "opaque", "output_format": "png", "quality": "high", "size": "1536x1024",
              "usage": {
                "total_tokens": 5503, "input_tokens": 15, "output_tokens": 5488,
                "input_tokens_details": { "text_tokens": 9, "image_tokens": 6 },
                "output_tokens_details": { "text_tokens": 0, "image_tokens": 5488 }
              }
            }
            """);
        var edit = Assert.Single(engine.Edits);
        Assert.Equal(new PictureRequest("add a hat") { Width = 1_536, Height = 1_024 }, edit.Request);
        Assert.Equal(Samples.Png, Assert.Single(edit.Sources).ToArray());
        Assert.Null(edit.Mask);
        Assert.Null(edit.Markup);
    }

    [Fact]
    public async Task Every_field_of_a_form_reaches_the_engine_and_is_echoed()
    {
        var engine = new EditingEngine();
        await using var service = await StartAsync(engine);
        var form = Form.Of(
            ("prompt", "一顶帽子"), ("model", "gpt-image-1"), ("n", "2"), ("size", "1024x1024"), ("quality", "low"),
            ("background", "transparent"), ("output_format", "webp"), ("output_compression", "80"),
            ("input_fidelity", "high"), ("moderation", "low"), ("stream", "false"),
            ("partial_images", "0"), ("safety_identifier", "u"), ("user", "other"));

        var reply = await service.EditAsync(form
            .File("image[]", Samples.Png).File("image[]", Samples.Jpeg, "image/jpeg").File("mask", Samples.Mask));

        reply.Is(200, """
            {
              "created": 1795435200,
              "data": [ { "b64_json": "AQIDBAUA" }, { "b64_json": "AQIDBAUB" } ],
              "background": "transparent", "output_format": "webp", "quality": "low", "size": "1024x1024",
              "usage": {
                "total_tokens": 13680, "input_tokens": 13136, "output_tokens": 544,
                "input_tokens_details": { "text_tokens": 10, "image_tokens": 13126 },
                "output_tokens_details": { "text_tokens": 0, "image_tokens": 544 }
              },
              "safety_identifier": "u"
            }
            """);
        var expected = new PictureRequest("一顶帽子")
        {
            Format = PictureFormat.WebP,
            Quality = 80,
            Transparent = true,
        };
        var edits = engine.Edits.OrderBy(edit => edit.Request.Variant).ToList();
        Assert.Equal([expected, expected with { Variant = 1 }], edits.Select(edit => edit.Request));
        Assert.Equal([Samples.Png, Samples.Jpeg], edits[0].Sources.Select(source => source.ToArray()));
        Assert.Equal(Samples.Mask, edits[0].Mask!.Value.ToArray());
    }

    [Fact]
    public async Task Markup_has_the_size_of_the_first_picture_as_it_is_shown()
    {
        var engine = new EditingEngine();
        await using var service = await StartAsync(engine);
        var markup = Samples.Make(SkiaSharp.SKEncodedImageFormat.Png, 24, 40, SkiaSharp.SKColors.Transparent);

        var reply = await service.EditAsync(Form.Of(("prompt", "p"))
            .File("image", Samples.Turned(), "image/jpeg").File("markup", markup));

        Assert.Equal((200, "1024x1536"), (reply.Status, (string?)reply.Body["size"]));
        Assert.Equal(markup, Assert.Single(engine.Edits).Markup!.Value.ToArray());
    }

    [Theory]
    [InlineData("gpt-image-1", "low", 323)]
    [InlineData("gpt-image-1", "high", 6_563)]
    [InlineData("gpt-image-1", null, 323)]
    [InlineData("gpt-image-2.6-flare", null, 6)]
    public async Task The_input_fidelity_decides_the_cost_of_an_input(
        string model, string? fidelity, int tokens)
    {
        await using var service = await StartAsync(new EditingEngine());
        var form = Form.Of(("prompt", "p"), ("model", model)).File("image", Samples.WebP, "image/webp");

        var reply = await service.EditAsync(fidelity is null ? form : form.Text("input_fidelity", fidelity));

        var usage = reply.Body["usage"]!;
        Assert.Equal(tokens, (int)usage["input_tokens_details"]!["image_tokens"]!);
        Assert.Equal((int)usage["total_tokens"]!, (int)usage["input_tokens"]! + (int)usage["output_tokens"]!);
    }

    [Fact]
    public async Task An_edit_streams_under_its_own_names()
    {
        await using var service = await StartAsync(new EditingEngine());
        using var content = Form
            .Of(("prompt", "p"), ("stream", "true"), ("partial_images", "2"), ("model", "gpt-image-2"))
            .File("image", Samples.Png).ToContent();
        using var reply = await service.Http.PostAsync("images/edits", content, TestContext.Current.CancellationToken);

        var events = Sse.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            ["image_edit.partial_image", "image_edit.partial_image", "image_edit.completed"],
            events.Select(sent => sent.Name));
        Sse.Same(
            """
            {
              "type": "image_edit.completed", "b64_json": "AQIDBAUA", "created_at": 1795435200, "size": "1536x1024",
              "quality": "high", "background": "opaque", "output_format": "png",
              "usage": {
                "total_tokens": 5701, "input_tokens": 13, "output_tokens": 5688,
                "input_tokens_details": { "text_tokens": 7, "image_tokens": 6 },
                "output_tokens_details": { "text_tokens": 0, "image_tokens": 5688 }
              }
            }
            """,
            events[2].Data);
    }

    [Theory]
    [InlineData("gpt-image-1", "1536x1024")]
    [InlineData("gpt-image-2", "1536x1024")]
    [InlineData("local", "40x24")]
    public async Task An_omitted_size_follows_the_picture(string model, string size)
    {
        await using var service = await StartAsync(new EditingEngine());

        var reply = await service.EditAsync(Form.Of(("prompt", "p"), ("model", model)).File("image", Samples.Png));

        Assert.Equal(size, (string?)reply.Body["size"]);
    }

    private static Task<Service> StartAsync(IPictureEngine engine) => Service.StartAsync(options =>
    {
        options.Engine = engine;
        options.RetiredModels = RetiredModelHandling.Serve;
        options.TimeProvider = new FakeTimeProvider(Noon);
    });
}

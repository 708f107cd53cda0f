using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;
using SkiaSharp;

namespace OpenAIImages.Emulator.Tests.Pictures;

public sealed class MovingAndVectorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", 9, 200, "768x768")]
    [InlineData(",\"frame_count\":8,\"frame_duration_ms\":124,\"size\":\"960x960\"", 8, 120, "960x960")]
    [InlineData(",\"frame_count\":16,\"frame_duration_ms\":2000000000", 16, 655_350, "720x720")]
    public async Task A_gif_has_the_requested_frames(
        string fields, int frames, int milliseconds, string size)
    {
        var engine = new TinyEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var reply = await service.GenerateAsync(
            $$"""{"model":"gpt-image-2.6-sunburst","prompt":"waving cat","output_format":"gif"{{fields}}}""");

        var asked = Assert.Single(engine.Asked);
        Assert.Equal(200, reply.Status);
        Assert.Equal(PictureFormat.Gif, asked.Format);
        Assert.Equal((frames, milliseconds), (asked.FrameCount, (int)asked.FrameDuration.TotalMilliseconds));
        Assert.Equal(size, $"{asked.Width}x{asked.Height}");
        Assert.Equal(size, (string?)reply.Body["size"]);
        Assert.Equal("gif", (string?)reply.Body["output_format"]);
        Assert.False(reply.Body.AsObject().ContainsKey("svg_usage"));
    }

    [Fact]
    public async Task A_gif_is_billed_as_the_sheet_from_which_its_frames_are_cut()
    {
        await using var service = await Service.StartAsync();

        var gif = await service.GenerateAsync("""
            {"model":"gpt-image-2.6-sunburst","prompt":"cat","output_format":"gif","frame_count":8,"size":"720x720"}
            """);
        var sheet = await service.GenerateAsync("""
            {"model":"gpt-image-2.6-sunburst","prompt":"cat","size":"2880x1440"}
            """);

        Assert.Equal(Tokens(sheet), Tokens(gif));

        static int Tokens(Reply reply) => (int)reply.Body["usage"]!["output_tokens"]!;
    }

    [Fact]
    public async Task The_reply_with_an_svg_reports_the_cost_of_its_author()
    {
        await using var service = await Service.StartAsync(
            options => options.TimeProvider = new FakeTimeProvider(Noon));

        var reply = await service.GenerateAsync("""
            {
              "model": "gpt-image-2.6-sunburst", "prompt": "flat icon of a lighthouse", "output_format": "svg",
              "svg": { "model": "gpt-5.4-mini", "reasoning": { "effort": "low" } }
            }
            """);

        reply.Is(200, """
            {
              "created": 1795435200,
              "data": [ { "b64_json": "AQIDBAUA" } ],
              "background": "opaque", "output_format": "svg", "quality": "high", "size": "1024x1024",
              "usage": {
                "total_tokens": 1769, "input_tokens": 13, "output_tokens": 1756,
                "input_tokens_details": { "text_tokens": 13, "image_tokens": 0 },
                "output_tokens_details": { "text_tokens": 0, "image_tokens": 1756 }
              },
              "svg_usage": {
                "model": "gpt-5.4-mini", "input_tokens": 13, "output_tokens": 258, "reasoning_tokens": 256,
                "total_tokens": 271
              }
            }
            """);
    }

    [Fact]
    public async Task More_effort_of_the_author_costs_more()
    {
        await using var service = await Service.StartAsync();
        var before = -1;
        foreach (var effort in (string[])["none", "minimal", "low", "medium", "high", "xhigh", "max"])
        {
            var reply = await service.GenerateAsync(
                $$"""
                {
                  "model": "gpt-image-2.6-flare", "prompt": "cat", "output_format": "svg",
                  "svg": { "model": "m", "reasoning": { "effort": "{{effort}}" } }
                }
                """);

            var usage = reply.Body["svg_usage"]!;
            var output = (int)usage["output_tokens"]!;
            Assert.True(output > before);
            Assert.Equal(
                (int)usage["total_tokens"]!, (int)usage["input_tokens"]! + output);
            before = output;
        }
    }

    [Fact]
    public async Task The_painter_draws_a_gif_and_an_svg()
    {
        await using var service = await Service.StartAsync(options => options.Engine = new PicturePainter());

        var gif = await service.GenerateAsync("""
            {"model":"gpt-image-2.6-flare","prompt":"a cat","output_format":"gif","frame_count":2,"size":"320x320"}
            """);
        var svg = await service.GenerateAsync(
            """{"model":"gpt-image-2.6-flare","prompt":"a cat","output_format":"svg"}""");

        Assert.Equal("GIF89a", Encoding.ASCII.GetString(File(gif)[..6]));
        Assert.Equal("svg", XElement.Parse(Encoding.UTF8.GetString(File(svg))).Name.LocalName);

        static byte[] File(Reply reply)
            => Convert.FromBase64String((string)reply.Body["data"]![0]!["b64_json"]!);
    }

    [Fact]
    public async Task A_gif_without_a_size_is_not_as_large_as_the_picture_that_it_edits()
    {
        var engine = new EditingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var reply = await service.EditAsync(
            Form.Of().Text("model", "gpt-image-2.6-flare").Text("prompt", "p").Text("output_format", "gif")
                .File("image", Samples.Make(SKEncodedImageFormat.Png, 1_536, 1_024, SKColors.Red)));

        Assert.Equal("768x768", (string?)reply.Body["size"]);
    }
}

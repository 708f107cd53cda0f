using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Requests;

public sealed class GenerationsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_prompt_alone_gives_one_picture_with_every_default_resolved()
    {
        var time = new FakeTimeProvider(Noon);
        await using var service = await Service.StartAsync(options => options.TimeProvider = time);

        var reply = await service.GenerateAsync("""{"prompt":"a red fox"}""");

        reply.Is(200, """
            {
              "created": 1795435200,
              "data": [ { "b64_json": "AQIDBAUA" } ],
              "background": "opaque", "output_format": "png", "quality": "high", "size": "1024x1024",
              "usage": {
                "total_tokens": 7033, "input_tokens": 9, "output_tokens": 7024,
                "input_tokens_details": { "text_tokens": 9, "image_tokens": 0 },
                "output_tokens_details": { "text_tokens": 0, "image_tokens": 7024 }
              }
            }
            """);
    }

    [Fact]
    public async Task Every_requested_value_reaches_the_engine_and_is_echoed()
    {
        var engine = new TinyEngine();
        await using var service = await Service.StartAsync(options =>
        {
            options.Engine = engine;
            options.TimeProvider = new FakeTimeProvider(Noon);
        });

        var reply = await service.GenerateAsync("""
            {
              "model": "gpt-image-2.6-flare", "prompt": "A cute baby sea otter", "n": 2, "size": "1536x864",
              "quality": "max", "complexity": "low", "output_format": "webp", "output_compression": 80,
              "background": "transparent", "moderation": "low", "safety_identifier": "u_5f4dcc3b", "user": "other",
              "stream": false, "partial_images": 0
            }
            """);

        reply.Is(200, """
            {
              "created": 1795435200,
              "data": [ { "b64_json": "AQIDBAUA" }, { "b64_json": "AQIDBAUB" } ],
              "background": "transparent", "output_format": "webp", "quality": "max", "size": "1536x864",
              "usage": {
                "total_tokens": 8636, "input_tokens": 12, "output_tokens": 8624,
                "input_tokens_details": { "text_tokens": 12, "image_tokens": 0 },
                "output_tokens_details": { "text_tokens": 0, "image_tokens": 8624 }
              },
              "safety_identifier": "u_5f4dcc3b"
            }
            """);
        var expected = new PictureRequest("A cute baby sea otter")
        {
            Width = 1_536,
            Height = 864,
            Format = PictureFormat.WebP,
            Quality = 80,
            Transparent = true,
        };
        Assert.Equal([expected, expected with { Variant = 1 }], engine.Asked.OrderBy(asked => asked.Variant));
    }

    [Fact]
    public async Task Null_equals_omission_if_the_model_knows_the_field()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GenerateAsync("""
            {
              "prompt": "a cat", "n": null, "size": null, "quality": null, "background": null,
              "complexity": null, "output_format": null, "output_compression": null, "frame_count": null,
              "frame_duration_ms": null, "svg": null, "moderation": null, "stream": null, "partial_images": null,
              "safety_identifier": null, "user": null
            }
            """);

        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("""{"prompt":"p","safety_identifier":"a","user":"b"}""", "a")]
    [InlineData("""{"prompt":"p","safety_identifier":"","user":"b"}""", "b")]
    [InlineData("""{"prompt":"p","safety_identifier":null,"user":"b"}""", "b")]
    [InlineData("""{"prompt":"p","user":"b"}""", "b")]
    [InlineData("""{"prompt":"p","user":""}""", null)]
    public async Task The_effective_identifier_is_echoed(string request, string? expected)
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GenerateAsync(request);

        Assert.Equal(expected, (string?)reply.Body["safety_identifier"]);
    }

    [Theory]
    [InlineData("/v1/images/generations")]
    [InlineData("/images/generations")]
    public async Task The_version_in_the_address_is_optional(string path)
    {
        await using var service = await Service.StartAsync();
        using var content = new StringContent("""{"prompt":"a cat"}""", null, "application/json");

        var reply = await service.SendAsync(HttpMethod.Post, path, content);

        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("1x cat; meadow; day", "1x cat; meadow; day")]
    [InlineData("100% 猫\r\n", "100%25 %E7%8C%AB%0D%0A")]
    public async Task A_header_names_the_parts_that_the_painter_understood(string understood, string header)
    {
        var engine = new TinyEngine { Understood = understood };
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var reply = await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal(header, reply.Headers["x-emulator-understood"]);
        Assert.Null(reply.Body["data"]![0]!["revised_prompt"]);
    }

    [Fact]
    public async Task A_real_picture_has_the_requested_size_and_format()
    {
        await using var service = await Service.StartAsync(options => options.Engine = new PicturePainter());

        var reply = await service.GenerateAsync("""{"model":"local","prompt":"一只猫","size":"40x24"}""");

        var png = Convert.FromBase64String((string)reply.Body["data"]![0]!["b64_json"]!);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal([0, 0, 0, 40, 0, 0, 0, 24], png[16..24]);
    }
}

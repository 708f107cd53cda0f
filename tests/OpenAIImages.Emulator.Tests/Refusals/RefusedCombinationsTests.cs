using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Refusals;

/// <summary>A row for each rule about fields that exclude each other.</summary>
public sealed class RefusedCombinationsTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Value = "invalid_value";

    [Theory]
    [InlineData("\"background\":\"transparent\",\"output_format\":\"jpeg\"", "background", Value,
        "Transparent background is not supported for JPEG output format")]
    [InlineData("\"output_compression\":100,\"output_format\":\"svg\"", "output_compression", Value,
        "'output_compression' is not supported for SVG output format.")]
    [InlineData("\"n\":2,\"output_format\":\"svg\"", "n", Value, "'n' must be 1 when 'output_format' is 'svg'.")]
    [InlineData("\"frame_count\":2", "frame_count", Value,
        "'frame_count' is only supported when 'output_format' is 'gif'.")]
    [InlineData("\"frame_duration_ms\":20", "frame_duration_ms", Value,
        "'frame_duration_ms' is only supported when 'output_format' is 'gif'.")]
    [InlineData("\"svg\":{}", "svg", Value, "'svg' is only supported when 'output_format' is 'svg'.")]
    [InlineData(
        "\"svg\":{\"reasoning\":{\"effort\":\"huge\"}},\"output_format\":\"svg\"", "svg.reasoning.effort", Value,
        "Invalid value: 'huge'. Supported values are: " +
        "'none', 'minimal', 'low', 'medium', 'high', 'xhigh', and 'max'.")]
    [InlineData("\"svg\":{\"model\":5},\"output_format\":\"svg\"", "svg.model", "invalid_type",
        "Invalid type for 'svg.model': expected a string, but got an integer instead.")]
    [InlineData("\"stream\":true,\"output_format\":\"gif\"", "stream", Value,
        "Streaming is not supported when 'output_format' is 'gif'.")]
    [InlineData("\"stream\":true,\"output_format\":\"svg\"", "stream", Value,
        "Streaming is not supported when 'output_format' is 'svg'.")]
    [InlineData("\"partial_images\":0,\"output_format\":\"gif\"", "partial_images", Value,
        "'partial_images' is not supported when 'output_format' is 'gif'.")]
    [InlineData("\"partial_images\":1", "partial_images", Value,
        "'partial_images' is only supported when 'stream' is true.")]
    public async Task Fields_that_exclude_each_other_are_refused(
        string fields, string param, string code, string message)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"gpt-image-2.6-flare","prompt":"a cat",{{fields}}}""");

        reply.IsError(400, param, code, message);
    }

    [Theory]
    [InlineData("99", "png", "PNG")]
    [InlineData("0", "gif", "GIF")]
    public async Task A_compression_of_a_lossless_format_is_refused_as_the_callers_fault(
        string compression, string format, string shown)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""
            {
              "model": "gpt-image-2.6-flare", "prompt": "p",
              "output_compression": {{compression}}, "output_format": "{{format}}"
            }
            """);

        reply.IsError(
            400, null, $"invalid_{format}_output_compression",
            $"Compression less than 100 is not supported for {shown} output format", "image_generation_user_error");
    }

    [Theory]
    [InlineData("1024x1024", 6, "4096x2048", "The longest edge must be less than or equal to 3840.")]
    [InlineData("976x976", 2, "3904x1952", "The longest edge must be less than or equal to 3840.")]
    [InlineData("976x976", 9, "2928x2928", "Requested resolution exceeds the current pixel budget.")]
    [InlineData("832x832", 12, "3328x2496", "Requested resolution exceeds the current pixel budget.")]
    [InlineData("736x736", 16, "2944x2944", "Requested resolution exceeds the current pixel budget.")]
    [InlineData("160x160", 8, "640x320", "Requested resolution is below the current minimum pixel budget.")]
    [InlineData("1280x256", 9, "3840x768", "The maximum supported aspect ratio is 3:1.")]
    public async Task The_frames_of_a_gif_must_fit_on_one_sheet(string size, int frames, string sheet, string fault)
    {
        var reply = await MoveAsync(size, frames);

        reply.IsError(
            400, "size", "invalid_value",
            $"Invalid size '{size}'. A GIF of {frames} frames is drawn as one sheet of {sheet}. {fault}");
    }

    [Theory]
    [InlineData("960x960", 8)]
    [InlineData("512x512", 2)]
    [InlineData("512x1280", 8)]
    [InlineData("960x960", 9)]
    [InlineData("816x816", 12)]
    [InlineData("720x720", 16)]
    public async Task Frames_that_fit_on_a_sheet_are_accepted(string size, int frames)
    {
        var reply = await MoveAsync(size, frames);

        Assert.Equal(200, reply.Status);
        Assert.Equal(size, (string?)reply.Body["size"]);
    }

    private Task<Reply> MoveAsync(string size, int frames) => shared.Service.GenerateAsync(
        $$"""
        {
          "model": "gpt-image-2.6-flare", "prompt": "p", "output_format": "gif", "size": "{{size}}",
          "frame_count": {{frames}}
        }
        """);

    [Theory]
    [InlineData("\"output_compression\":100")]
    [InlineData("\"output_compression\":0,\"output_format\":\"jpeg\"")]
    [InlineData("\"output_compression\":0,\"output_format\":\"webp\"")]
    [InlineData("\"background\":\"transparent\",\"output_format\":\"webp\"")]
    [InlineData("\"background\":\"transparent\",\"model\":\"gpt-image-2\"")]
    [InlineData("\"background\":\"opaque\",\"output_format\":\"jpeg\"")]
    [InlineData("\"partial_images\":0")]
    [InlineData("\"stream\":false,\"partial_images\":null")]
    public async Task Compatible_fields_are_accepted(string fields)
    {
        var reply = await shared.Service.GenerateAsync($$"""{"prompt":"a cat",{{fields}}}""");

        Assert.Equal(200, reply.Status);
    }
}

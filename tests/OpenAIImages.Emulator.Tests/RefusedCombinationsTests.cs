using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests;

/// <summary>A row for each rule about fields that do not go together.</summary>
public sealed class RefusedCombinationsTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Value = "invalid_value";

    [Theory]
    [InlineData("\"background\":\"transparent\",\"output_format\":\"jpeg\"", "background", Value,
        "Transparent background is not supported for JPEG output format. Set the output format to png or webp.")]
    [InlineData("\"output_compression\":99", "output_compression", Value,
        "Compression less than 100 is not supported for PNG output format.")]
    [InlineData("\"output_compression\":50,\"output_format\":\"gif\"", "output_compression", Value,
        "Compression less than 100 is not supported for GIF output format.")]
    [InlineData("\"output_compression\":100,\"output_format\":\"svg\"", "output_compression", Value,
        "'output_compression' is not supported for SVG output format.")]
    [InlineData("\"n\":2,\"output_format\":\"svg\"", "n", Value, "'n' must be 1 when 'output_format' is 'svg'.")]
    [InlineData("\"frame_count\":2", "frame_count", Value,
        "'frame_count' is only supported when 'output_format' is 'gif'.")]
    [InlineData("\"frame_duration_ms\":10", "frame_duration_ms", Value,
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
    [InlineData("\"output_format\":\"gif\",\"frame_count\":8,\"frame_duration_ms\":120", "output_format",
        "unsupported_value", "The 'gif' output format is not available to this project.")]
    [InlineData(
        "\"output_format\":\"svg\",\"svg\":{\"model\":\"gpt-5.4-mini\",\"reasoning\":{\"effort\":\"low\"}}",
        "output_format", "unsupported_value", "The 'svg' output format is not available to this project.")]
    public async Task Fields_that_do_not_go_together_are_refused(
        string fields, string param, string code, string message)
    {
        var reply = await shared.Service.GenerateAsync($$"""{"prompt":"a cat",{{fields}}}""");

        reply.IsError(400, param, code, message);
    }

    [Theory]
    [InlineData("\"output_compression\":100")]
    [InlineData("\"output_compression\":0,\"output_format\":\"jpeg\"")]
    [InlineData("\"output_compression\":0,\"output_format\":\"webp\"")]
    [InlineData("\"background\":\"transparent\",\"output_format\":\"webp\"")]
    [InlineData("\"background\":\"transparent\",\"model\":\"gpt-image-2\"")]
    [InlineData("\"background\":\"opaque\",\"output_format\":\"jpeg\"")]
    [InlineData("\"partial_images\":0")]
    [InlineData("\"stream\":false,\"partial_images\":null")]
    public async Task Fields_that_do_go_together_are_accepted(string fields)
    {
        var reply = await shared.Service.GenerateAsync($$"""{"prompt":"a cat",{{fields}}}""");

        Assert.Equal(200, reply.Status);
    }
}

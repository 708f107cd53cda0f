using System.Text;

namespace OpenAIImages.Tests.Values;

public sealed class ImageMediaTypeTests
{
    [Theory]
    [InlineData("\u0089PNG\r\n", "image/png", ".png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "image/jpeg", ".jpg")]
    [InlineData("GIF89a", "image/gif", ".gif")]
    [InlineData("RIFF\u0001\u0002\u0003\u0004WEBPVP8 ", "image/webp", ".webp")]
    [InlineData("RIFF\u0001\u0002\u0003\u0004WAVEfmt ", "application/octet-stream", ".bin")]
    [InlineData("\0\0\0\u0020ftypavif\0\0", "image/avif", ".avif")]
    [InlineData("\0\0\0\u0020ftypheic\0\0", "image/heif", ".heif")]
    [InlineData("\0\0\0\u0020ftypisom\0\0", "application/octet-stream", ".bin")]
    [InlineData("<svg xmlns", "image/svg+xml", ".svg")]
    [InlineData(" \r\n<?xml version=\"1.0\"?>\n<svg>", "image/svg+xml", ".svg")]
    [InlineData("<html>", "application/octet-stream", ".bin")]
    [InlineData("", "application/octet-stream", ".bin")]
    public void The_first_bytes_decide_the_media_type(string start, string name, string extension)
    {
        var found = ImageMediaType.Detect(Encoding.Latin1.GetBytes(start));

        Assert.Equal(name, found.ToString());
        Assert.Equal(extension, found.FileExtension);
    }

    [Fact]
    public void The_unknown_media_type_is_the_default()
        => Assert.Equal(default, new ImageMediaType("application/octet-stream"));
}

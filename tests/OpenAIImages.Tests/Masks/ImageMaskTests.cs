using System.Buffers.Binary;
using System.IO.Compression;
using OpenAIImages.Formats;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Masks;

public sealed class ImageMaskTests
{
    [Fact]
    public void A_mask_is_transparent_inside_its_shapes_and_opaque_outside()
        => Assert.Equal(
            """
            ######
            #..###
            #..###
            ######
            """.ReplaceLineEndings("\n"),
            Draw(new ImageMask(6, 4).AddRectangle(1, 1, 2, 2).ToMask()));

    [Fact]
    public void Markup_is_opaque_inside_its_shapes_and_transparent_outside()
        => Assert.Equal("....\n.##.", Draw(new ImageMask(4, 2).AddRectangle(1, 1, 2, 9).ToMarkup()));

    [Fact]
    public void An_ellipse_fills_the_middle_of_its_rectangle()
        => Assert.Equal(
            """
            ##....##
            #......#
            ........
            ........
            #......#
            ##....##
            """.ReplaceLineEndings("\n"),
            Draw(new ImageMask(8, 6).AddEllipse(0, 0, 8, 6).ToMask()));

    [Fact]
    public void A_polygon_fills_the_area_inside_its_edges()
        => Assert.Equal(
            """
            ######
            .#####
            ..####
            ...###
            """.ReplaceLineEndings("\n"),
            Draw(new ImageMask(6, 4).AddPolygon((0, 0), (4.4, 4.4), (0, 4.4)).ToMask()));

    [Fact]
    public void An_alpha_plane_and_its_inverse_are_used_unchanged()
    {
        byte[] plane = [0, 255, 127, 128];

        Assert.Equal(".#\n.#", Draw(new ImageMask(2, 2).AddTransparent(plane).ToMask()));
        Assert.Equal("#.\n#.", Draw(new ImageMask(2, 2).AddTransparent(plane).Invert().ToMask()));
        Assert.Throws<ArgumentException>(() => new ImageMask(2, 2).AddTransparent(new byte[3]));
    }

    [Fact]
    public async Task The_canvas_has_the_size_of_the_picture()
    {
        using var directory = new TemporaryDirectory();
        var png = Bytes(new ImageMask(320, 240).ToMask());
        await File.WriteAllBytesAsync(directory.At("a.png"), png, TestContext.Current.CancellationToken);

        var canvas = await ImageMask.ForFileAsync(directory.At("a.png"), TestContext.Current.CancellationToken);

        Assert.Equal((320, 240), (canvas.Width, canvas.Height));
        Assert.Equal((320, 240), (ImageMask.For(png).Width, ImageMask.For(png).Height));
        Assert.Throws<ImageInputException>(() => ImageMask.For("no picture"u8));
    }

    [Theory]
    [InlineData(0, 5, "width")]
    [InlineData(5, 16_385, "height")]
    public void A_canvas_that_is_empty_or_too_large_is_refused_by_name(int width, int height, string name)
        => Assert.Equal(
            name, Assert.Throws<ArgumentOutOfRangeException>(() => new ImageMask(width, height)).ParamName);

    private static byte[] Bytes(ImageInput input)
    {
        using var copy = new MemoryStream();
        ((MemoryStream)input.Source!.Open()).CopyTo(copy);

        return copy.ToArray();
    }

    // Decompresses the PNG with the platform, and draws its alpha channel: # is opaque.
    private static string Draw(ImageInput input)
    {
        var png = Bytes(input);
        Assert.True(ImageHeader.Read(png)!.Value.HasAlpha);
        var width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zlib.CopyTo(raw);
        var rows = raw.ToArray();

        return string.Join('\n', Enumerable.Range(0, height).Select(y => string.Concat(
            Enumerable.Range(0, width).Select(x => rows[(y * ((width * 4) + 1)) + 1 + (x * 4) + 3] == 0 ? '.' : '#'))));
    }
}

using System.Text;
using System.Xml;
using System.Xml.Linq;
using OpenAIImages.Painter.Drawing.Vectors;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Tests.Formats;

public sealed class SvgTests
{
    private static readonly string[] Harmless =
        ["svg", "g", "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "path", "rect", "ellipse",
            "circle", "line", "polygon", "polyline", "use"];

    public static TheoryData<string> Prompts =>
    [
        "a cat in a meadow", "two sailboats on the sea at sunset", "a car in a city at night", "an apple on a table",
        "snow in the mountains", "a fish under water", "a bicycle leaning against a yellow wall", "a fox, logo",
        "a robot in space", "三只鸟在雨中", "beauty", "a detective", "a \"<script>alert(1)</script>\" sign & more",
    ];

    [Theory]
    [MemberData(nameof(Prompts))]
    public void An_svg_is_valid_xml_of_harmless_shapes(string prompt)
    {
        var root = Parse(Painting.Paint(Request(prompt)));

        Assert.Equal("svg", root.Name.LocalName);
        Assert.Empty(root.DescendantsAndSelf().Select(one => one.Name.LocalName).Distinct().Except(Harmless));
        Assert.Contains(root.Descendants(), one => one.Name.LocalName is "path" or "rect");
        Assert.All(root.DescendantsAndSelf().Attributes().Where(one => !one.IsNamespaceDeclaration), attribute =>
        {
            Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.NotEqual("style", attribute.Name.LocalName);
            Assert.True(attribute.Name.LocalName != "href" || attribute.Value.StartsWith('#'));
            Assert.DoesNotContain(":", attribute.Value, StringComparison.Ordinal);
            Assert.Equal(
                attribute.Value.Contains("url(", StringComparison.Ordinal),
                attribute.Value.StartsWith("url(#", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void An_svg_has_the_requested_size_and_the_same_bytes_every_time()
    {
        var request = Request("a red house at night") with { Width = 640, Height = 360 };

        var root = Parse(Painting.Paint(request));

        Assert.Equal(("640", "360"), ((string?)root.Attribute("width"), (string?)root.Attribute("height")));
        Assert.NotNull(root.Attribute("viewBox"));
        Assert.Equal(Painting.Paint(request).Bytes.ToArray(), Painting.Paint(request).Bytes.ToArray());
    }

    [Fact]
    public void Another_named_colour_gives_another_file()
    {
        var red = Encoding.UTF8.GetString(Painting.Paint(Request("a red car, logo")).Bytes.Span);
        var blue = Encoding.UTF8.GetString(Painting.Paint(Request("a blue car, logo")).Bytes.Span);

        Assert.NotEqual(red, blue);
    }

    [Fact]
    public void A_transparent_subject_has_no_background()
    {
        var root = Parse(Painting.Paint(Request("a cat") with { Transparent = true }));

        Assert.DoesNotContain(root.Descendants(), one => one.Name.LocalName == "rect" &&
            (double?)one.Attribute("width") >= 256);
    }

    [Theory]
    [InlineData("LineIcon", "#22283a")]
    [InlineData("Neon", "#0b0818")]
    public void A_line_icon_as_svg_consists_of_contours(string style, string colour)
    {
        var scene = Reading.Compose("a house") with { Style = Enum.Parse<PaintStyle>(style) };

        var file = VectorScene.Write(scene, 256, 256, (256, 256), TestContext.Current.CancellationToken);

        var text = Encoding.UTF8.GetString(file);
        Assert.Contains(colour, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("non-scaling-stroke", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_become_outlines()
    {
        var scene = Reading.Compose("a wall");

        var without = Write(scene);
        var written = Write(scene with { Writings = [new Writing("你好 Anna", LetteringSurface.Wall, null)] });

        Assert.True(written.Length > without.Length + 1_000);
        Assert.DoesNotContain("Anna", Encoding.UTF8.GetString(written), StringComparison.Ordinal);

        static byte[] Write(Scene scene)
            => VectorScene.Write(scene, 256, 256, (256, 256), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_picture_of_pixels_becomes_triangles()
    {
        var photo = Painting.Paint(
            new PictureRequest("a cat") { Width = 96, Height = 96, Format = PictureFormat.Jpeg });

        var edited = new PicturePainter().Edit(
            new PictureEdit(Request("at night"), [photo.Bytes]), TestContext.Current.CancellationToken);

        Assert.True(Parse(edited).Descendants().Count(one => one.Name.LocalName == "path") > 50);
    }

    private static PictureRequest Request(string prompt)
        => new(prompt) { Width = 256, Height = 256, Format = PictureFormat.Svg };

    private static XElement Parse(Picture picture)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(picture.Bytes.ToArray()),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });

        return XElement.Load(reader);
    }
}

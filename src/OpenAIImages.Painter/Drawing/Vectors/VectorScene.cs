using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using OpenAIImages.Painter.Drawing.Letters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Vectors;

/// <summary>Writes a scene as SVG.</summary>
/// <remarks>
/// The file is plain shapes and gradients: it has no script, no reference to anything outside, no text that needs a
/// font, no foreign content and no pixels.
/// </remarks>
internal static partial class VectorScene
{
    private const string NeonWall = "#0b0818";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Gives the file.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="width">The width of the drawing, in pixels.</param>
    /// <param name="height">The height of the drawing, in pixels.</param>
    /// <param name="shown">The width and height that the file states, in pixels.</param>
    /// <param name="cancellationToken">Stops the work between two of its stages.</param>
    public static byte[] Write(
        Scene scene, int width, int height, (int Width, int Height) shown, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), file))
        {
            var easel = new Easel(canvas, width, height, scene) { Vector = true };
            PaintPlace(easel);
            cancellationToken.ThrowIfCancellationRequested();
            ScenePainter.PaintFigures(easel, cancellationToken);
            WritingPainter.Paint(easel);
        }

        file.Position = 0;

        return Tidy(XDocument.Load(file), scene, width, height, shown);
    }

    // Contours of a place would hide the figures in front of it. So neon tubes glow on a dark wall instead.
    private static void PaintPlace(Easel easel)
    {
        if (easel.Scene.Style == PaintStyle.Neon && !easel.Scene.Transparent)
        {
            easel.Canvas.Clear(SKColor.Parse(NeonWall));

            return;
        }

        ScenePainter.PaintPlace(easel);
        VectorClouds.Paint(easel);
    }

    // Skia writes eight digits of a coordinate. Digits below a tenth of a pixel are invisible.
    private static byte[] Tidy(XDocument document, Scene scene, int width, int height, (int Width, int Height) shown)
    {
        var root = document.Root!;
        foreach (var element in root.Descendants().ToList())
        {
            foreach (var attribute in element.Attributes().Where(one => !one.IsNamespaceDeclaration).ToList())
            {
                attribute.Value = Shorten(attribute.Name.LocalName, attribute.Value);
            }
        }

        root.SetAttributeValue("width", shown.Width);
        root.SetAttributeValue("height", shown.Height);
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        root.SetAttributeValue("preserveAspectRatio", "none");
        root.SetAttributeValue(XNamespace.Xmlns + "xlink", null);
        root.SetAttributeValue("role", "img");
        Restyle(root, scene);
        root.AddFirst(new XElement(Svg + "desc", "Drawn by rules from a prompt, by OpenAIImages.Painter."));
        using var text = new MemoryStream();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            document.Save(writer);
        }

        return text.ToArray();
    }

    private static void Restyle(XElement root, Scene scene)
    {
        switch (scene.Style)
        {
            case PaintStyle.LineIcon:
                Outline(root, "#ffffff", _ => "#22283a", scene.Transparent);
                break;
            case PaintStyle.Neon:
                Outline(root, NeonWall, colour => colour, scene.Transparent);
                break;
            default:
                break;
        }
    }

    // Every shape becomes a contour of one width, in one colour or in the shape's own colour.
    private static void Outline(XElement root, string fill, Func<string, string> strokeOf, bool transparent)
    {
        foreach (var shape in root.Descendants().Where(IsShape).ToList())
        {
            if (shape.Name.LocalName == "rect" && shape.Parent == root && shape.ElementsBeforeSelf().All(IsNoShape))
            {
                // The sheet itself has no contour.
                continue;
            }

            var own = (string?)shape.Attribute("fill") ?? "#000000";
            var gradient = own == "none" || own.StartsWith("url", StringComparison.Ordinal);
            shape.SetAttributeValue("fill", transparent ? "none" : fill);
            shape.SetAttributeValue("fill-opacity", null);
            shape.SetAttributeValue("stroke", strokeOf(gradient ? "#5ac8ff" : Bright(own)));
            shape.SetAttributeValue("stroke-width", "5");
            shape.SetAttributeValue("stroke-linejoin", "round");
            shape.SetAttributeValue("vector-effect", "non-scaling-stroke");
        }
    }

    // A black neon tube would be invisible in the dark.
    private static string Bright(string colour)
    {
        if (!SKColor.TryParse(colour, out var own))
        {
            return colour == "white" ? "#ffffff" : "#5ac8ff";
        }

        own.ToHsl(out var hue, out var saturation, out var lightness);
        var tube = SKColor.FromHsl(hue, Math.Min(100, saturation * 1.3f), Math.Clamp(lightness, 55, 88));

        return string.Create(CultureInfo.InvariantCulture, $"#{tube.Red:x2}{tube.Green:x2}{tube.Blue:x2}");
    }

    private static bool IsNoShape(XElement element) => !IsShape(element);

    private static bool IsShape(XElement element)
        => element.Name.LocalName is "path" or "rect" or "ellipse" or "circle" or "line" or "polygon" &&
            element.Ancestors().All(one => one.Name.LocalName is not ("clipPath" or "defs"));

    private static string Shorten(string name, string value) => name switch
    {
        "d" or "points" or "x" or "y" or "width" or "height" or "cx" or "cy" or "r" or "rx" or "ry" or "x1" or "y1"
            or "x2" or "y2" or "fx" or "fy" => Decimals().Replace(value, match => Rounded(match.Value, 1)),
        "offset" or "fill-opacity" or "stroke-opacity" or "stop-opacity" or "stroke-width"
            => Decimals().Replace(value, match => Rounded(match.Value, 3)),
        "transform" or "gradientTransform" => Decimals().Replace(value, match => Rounded(match.Value, 4)),
        _ => value,
    };

    private static string Rounded(string number, int digits)
        => Math.Round(double.Parse(number, CultureInfo.InvariantCulture), digits)
            .ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d*\.\d+(?:[eE][-+]?\d+)?|-?\d+[eE][-+]?\d+")]
    private static partial Regex Decimals();
}

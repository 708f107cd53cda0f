using System.Xml.Linq;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Svg;

/// <summary>Shapes of SVG as Skia paths.</summary>
internal static class SvgShapes
{
    /// <summary>Makes the path of a shape; null for any other element. The caller disposes of the path.</summary>
    public static SKPath? Create(XElement element)
    {
        if (element.Name.LocalName == "path")
        {
            return element.Text("d") is { } data ? SKPath.ParseSvgPathData(data) : null;
        }

        using var builder = new SKPathBuilder();
        switch (element.Name.LocalName)
        {
            case "circle":
                builder.AddCircle(element.Number("cx"), element.Number("cy"), element.Number("r"));
                break;
            case "ellipse":
                var (x, y) = (element.Number("cx"), element.Number("cy"));
                var (rx, ry) = (element.Number("rx"), element.Number("ry"));
                builder.AddOval(new SKRect(x - rx, y - ry, x + rx, y + ry));
                break;
            case "rect":
                var corner = element.Number("rx", element.Number("ry"));
                var box = SKRect.Create(
                    element.Number("x"), element.Number("y"), element.Number("width"), element.Number("height"));
                using (var rounded = new SKRoundRect(box, corner))
                {
                    builder.AddRoundRect(rounded);
                }

                break;
            default:
                return null;
        }

        return builder.Detach();
    }

    /// <summary>Makes the path of a clipPath element; null without a shape. The caller disposes of the path.</summary>
    public static SKPath? CreateClip(XElement clip, IReadOnlyDictionary<string, XElement> elements)
    {
        using var builder = new SKPathBuilder();
        var any = false;
        var waiting = new Stack<XElement>(clip.Elements());
        while (waiting.TryPop(out var element))
        {
            if (element.Name.LocalName == "use" && element.Reference() is { } id &&
                elements.TryGetValue(id, out var used))
            {
                waiting.Push(used);
            }
            else if (Create(element) is { } shape)
            {
                using (shape)
                {
                    builder.AddPath(shape, element.Text("transform") is { } transform
                        ? SvgAttributes.Transform(transform) : SKMatrix.Identity);
                }

                any = true;
            }

            foreach (var child in element.Elements())
            {
                waiting.Push(child);
            }
        }

        return any ? builder.Detach() : null;
    }
}

using System.Xml.Linq;

namespace OpenAIImages.Painter.Drawing.Svg;

/// <summary>The properties that children inherit.</summary>
internal readonly record struct SvgStyle(
    string Fill, string? Stroke, float StrokeWidth, string? Cap, string? Join, float Miter, string? FillRule)
{
    public static SvgStyle Initial => new("#000", null, 1, null, null, 4, null);

    public SvgStyle With(XElement element) => new(
        element.Text("fill") ?? Fill,
        element.Text("stroke") ?? Stroke,
        element.Number("stroke-width", StrokeWidth),
        element.Text("stroke-linecap") ?? Cap,
        element.Text("stroke-linejoin") ?? Join,
        element.Number("stroke-miterlimit", Miter),
        element.Text("fill-rule") ?? FillRule);
}

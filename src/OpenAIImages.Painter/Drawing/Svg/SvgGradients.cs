using System.Xml.Linq;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Svg;

/// <summary>Gradients of SVG as Skia shaders.</summary>
internal static class SvgGradients
{
    // A gradient may take its stops and attributes from another gradient, which may take them from a third.
    private const int LongestChain = 5;

    public static SKShader? Create(
        XElement gradient, SKRect bounds, IReadOnlyDictionary<string, XElement> elements,
        Func<SKColor, SKColor>? recolour)
    {
        var chain = Chain(gradient, elements);
        var stops = chain.FirstOrDefault(one => one.Elements().Any(IsStop))?.Elements().Where(IsStop).ToList();
        if (stops is null)
        {
            return null;
        }

        var colours = stops.ConvertAll(stop => StopColour(stop, recolour));
        var positions = stops.ConvertAll(stop => stop.Number("offset"));
        if (colours.Count == 1)
        {
            colours.Add(colours[0]);
            positions.Add(1);
        }

        string? Attribute(string name) => chain.Select(one => one.Text(name)).FirstOrDefault(text => text is not null);
        float Number(string name, float otherwise) => SvgAttributes.Number(Attribute(name), otherwise);

        var matrix = Attribute("gradientTransform") is { } transform ? SvgAttributes.Transform(transform)
            : SKMatrix.Identity;
        if (Attribute("gradientUnits") != "userSpaceOnUse")
        {
            var toBounds = new SKMatrix(bounds.Width, 0, bounds.Left, 0, bounds.Height, bounds.Top, 0, 0, 1);
            matrix = SKMatrix.Concat(toBounds, matrix);
        }

        if (gradient.Name.LocalName == "linearGradient")
        {
            return SKShader.CreateLinearGradient(
                new SKPoint(Number("x1", 0), Number("y1", 0)), new SKPoint(Number("x2", 1), Number("y2", 0)),
                [.. colours], [.. positions], SKShaderTileMode.Clamp, matrix);
        }

        var centre = new SKPoint(Number("cx", 0.5f), Number("cy", 0.5f));
        var focus = new SKPoint(Number("fx", centre.X), Number("fy", centre.Y));

        return SKShader.CreateTwoPointConicalGradient(
            focus, 0, centre, Number("r", 0.5f), [.. colours], [.. positions], SKShaderTileMode.Clamp, matrix);
    }

    private static List<XElement> Chain(XElement gradient, IReadOnlyDictionary<string, XElement> elements)
    {
        var chain = new List<XElement> { gradient };
        while (chain.Count < LongestChain && chain[^1].Reference() is { } id && elements.TryGetValue(id, out var next))
        {
            chain.Add(next);
        }

        return chain;
    }

    private static bool IsStop(XElement element) => element.Name.LocalName == "stop";

    private static SKColor StopColour(XElement stop, Func<SKColor, SKColor>? recolour)
    {
        var colour = SvgAttributes.Colour(stop.Text("stop-color") ?? "#000") ?? SKColors.Black;
        var drawn = recolour?.Invoke(colour) ?? colour;

        return drawn.WithAlpha((byte)MathF.Round(colour.Alpha * stop.Number("stop-opacity", 1)));
    }
}

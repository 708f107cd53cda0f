using System.Xml.Linq;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Svg;

/// <summary>Draws the part of SVG that the artworks need.</summary>
/// <remarks>
/// Supports path, circle, ellipse, rect, g, use, symbol, clipPath, both gradients, opacity and stroke, but no masks,
/// filters, text or CSS.
/// Immutable once made, so that several threads can draw it.
/// </remarks>
internal sealed class SvgDocument
{
    private readonly XElement _root;
    private readonly Dictionary<string, XElement> _elements = new(StringComparer.Ordinal);

    // Each path is parsed once, since a forest draws the same tree a hundred times. It lives as long as the document.
    private readonly Dictionary<XElement, SKPath> _paths = [];

    public SvgDocument(string body)
    {
        _root = XElement.Parse("<svg xmlns:xlink=\"http://www.w3.org/1999/xlink\">" + body + "</svg>");
        foreach (var element in _root.Descendants())
        {
            if (element.Text("id") is { } id)
            {
                _elements[id] = element;
            }

            if (SvgShapes.Create(element) is { } path)
            {
                _paths[element] = path;
            }
        }
    }

    public void Draw(SKCanvas canvas, Func<SKColor, SKColor>? recolour = null)
    {
        foreach (var element in _root.Elements())
        {
            Draw(canvas, element, SvgStyle.Initial, 1, recolour);
        }
    }

    /// <summary>Gives the shapes that are filled with one colour, at their drawn positions.</summary>
    public IEnumerable<(SKPath Path, SKColor Colour)> PlainShapes()
    {
        foreach (var (element, path) in _paths)
        {
            // A member of a group without a colour of its own has the colour of the group.
            var fill = element.AncestorsAndSelf().Select(one => one.Text("fill")).FirstOrDefault(own => own is not null)
                ?? (element.Parent == _root ? SvgStyle.Initial.Fill : null);
            if (fill is not null && SvgAttributes.Colour(fill) is { } plain)
            {
                yield return (Moved(path, element), plain);
            }
        }
    }

    private static SKPath Moved(SKPath path, XElement element)
    {
        var moved = path;
        foreach (var transform in element.AncestorsAndSelf().Select(one => one.Text("transform")).OfType<string>())
        {
            using var builder = new SKPathBuilder();
            builder.AddPath(moved, SvgAttributes.Transform(transform));
            moved = builder.Detach();
        }

        return moved;
    }

    // A group passes its opacity to its members, because a vector canvas has no layers to fade them together.
    private void Draw(
        SKCanvas canvas, XElement element, SvgStyle inherited, float groupOpacity, Func<SKColor, SKColor>? recolour)
    {
        var name = element.Name.LocalName;
        if (name is "defs" or "linearGradient" or "radialGradient" or "clipPath" or "symbol" or "mask" or "filter")
        {
            return;
        }

        var style = inherited.With(element);
        var opacity = groupOpacity * element.Number("opacity", 1);
        var save = canvas.Save();
        if (element.Text("transform") is { } transform)
        {
            canvas.Concat(SvgAttributes.Transform(transform));
        }

        if (element.Text("clip-path") is { } clip && SvgAttributes.Url(clip) is { } id &&
            _elements.TryGetValue(id, out var shape))
        {
            using var path = SvgShapes.CreateClip(shape, _elements);
            if (path is not null)
            {
                canvas.ClipPath(path, SKClipOperation.Intersect, antialias: true);
            }
        }

        if (name is "g" or "svg" or "a")
        {
            DrawGroup(canvas, element, style, opacity, recolour);
        }
        else if (name == "use")
        {
            DrawUse(canvas, element, style, opacity, recolour);
        }
        else
        {
            DrawShape(canvas, element, style, opacity, recolour);
        }

        canvas.RestoreToCount(save);
    }

    private void DrawGroup(
        SKCanvas canvas, XElement group, SvgStyle style, float opacity, Func<SKColor, SKColor>? recolour)
    {
        foreach (var child in group.Elements())
        {
            Draw(canvas, child, style, opacity, recolour);
        }
    }

    private void DrawUse(
        SKCanvas canvas, XElement use, SvgStyle style, float opacity, Func<SKColor, SKColor>? recolour)
    {
        if (use.Reference() is not { } id || !_elements.TryGetValue(id, out var used))
        {
            return;
        }

        canvas.Translate(use.Number("x"), use.Number("y"));
        foreach (var element in used.Name.LocalName == "symbol" ? used.Elements() : [used])
        {
            Draw(canvas, element, style, opacity, recolour);
        }
    }

    private void DrawShape(
        SKCanvas canvas, XElement element, SvgStyle style, float opacity, Func<SKColor, SKColor>? recolour)
    {
        if (!_paths.TryGetValue(element, out var known))
        {
            return;
        }

        using var other = style.FillRule == "evenodd" ? new SKPath(known) { FillType = SKPathFillType.EvenOdd } : null;
        var path = other ?? known;
        using var fill = new SKPaint { IsAntialias = true };
        if (Ink(fill, style.Fill, path, opacity * element.Number("fill-opacity", 1), recolour))
        {
            canvas.DrawPath(path, fill);
        }

        using var stroke = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = style.StrokeWidth,
            StrokeMiter = style.Miter,
            StrokeCap = style.Cap switch
            {
                "round" => SKStrokeCap.Round,
                "square" => SKStrokeCap.Square,
                _ => SKStrokeCap.Butt,
            },
            StrokeJoin = style.Join == "round" ? SKStrokeJoin.Round : SKStrokeJoin.Miter,
        };
        if (Ink(stroke, style.Stroke ?? "none", path, opacity * element.Number("stroke-opacity", 1), recolour))
        {
            canvas.DrawPath(path, stroke);
        }
    }

    private bool Ink(SKPaint paint, string value, SKPath path, float opacity, Func<SKColor, SKColor>? recolour)
    {
        if (SvgAttributes.Url(value) is { } id)
        {
            if (!_elements.TryGetValue(id, out var gradient) ||
                SvgGradients.Create(gradient, path.Bounds, _elements, recolour) is not { } shader)
            {
                return false;
            }

            using (shader)
            {
                paint.Shader = shader;
            }

            paint.Color = SKColors.Black.WithAlpha((byte)MathF.Round(opacity * 255));

            return true;
        }

        if (SvgAttributes.Colour(value) is not { } colour)
        {
            return false;
        }

        var drawn = recolour?.Invoke(colour) ?? colour;
        paint.Color = drawn.WithAlpha((byte)MathF.Round(colour.Alpha * opacity));

        return true;
    }
}

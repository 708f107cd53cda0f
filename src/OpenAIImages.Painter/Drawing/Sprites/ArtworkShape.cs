using System.Collections.Concurrent;
using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Drawing.Svg;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>An artwork ready to draw, with the box of its visible pixels.</summary>
internal sealed class ArtworkShape
{
    private const int Side = 128;
    private const byte Visible = 90;

    // One entry for each artwork drawn so far: a few hundred at most.
    private static readonly ConcurrentDictionary<string, ArtworkShape> Known = new(StringComparer.Ordinal);

    private readonly Lazy<IReadOnlyList<ClosedEye>> _eyes;
    private readonly Lazy<float?> _belly;

    private ArtworkShape(string name)
    {
        Document = new SvgDocument(ArtworkBook.Get(name).Body);
        Ink = Measure(Document);
        _belly = new Lazy<float?>(() => FoldedLegs.FindBelly(this));
        _eyes = new Lazy<IReadOnlyList<ClosedEye>>(() => ClosedEye.Find(this, ArtworkBook.FactsOf(name)));
    }

    public SvgDocument Document { get; }

    public SKRect Ink { get; }

    /// <summary>Gets the line where the legs begin, as a share of the height from the top; null without legs.</summary>
    public float? Belly => _belly.Value;

    /// <summary>Draws the artwork at the origin of the canvas, in its own units.</summary>
    public void Draw(SKCanvas canvas, Func<SKColor, SKColor> recolour, bool asleep)
    {
        Document.Draw(canvas, recolour);
        foreach (var eye in asleep ? _eyes.Value : [])
        {
            eye.Draw(canvas, recolour);
        }
    }

    public static ArtworkShape Of(string name) => Known.GetOrAdd(name, static one => new ArtworkShape(one));

    /// <summary>Gets the width of a finished sprite over its height.</summary>
    public static float AspectOf(string name)
    {
        var ink = Of(name).Ink;

        return ArtworkBook.FactsOf(name).Body switch
        {
            ToyBody.Plush => PlushBody.Aspect,
            ToyBody.Person => PersonBody.Aspect,
            _ => ink.Width / ink.Height,
        };
    }

    /// <summary>Draws the artwork alone, at one pixel for each of its units. The caller disposes of it.</summary>
    public SKBitmap Render() => Render(Document);

    private static SKBitmap Render(SvgDocument document)
    {
        var bitmap = new SKBitmap(Side, Side, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        document.Draw(canvas);

        return bitmap;
    }

    private static SKRect Measure(SvgDocument document)
    {
        using var bitmap = Render(document);
        var (left, top, right, bottom) = (Side, Side, 0, 0);
        var pixels = bitmap.GetPixelSpan();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                if (pixels[(y * Side + x) * 4 + 3] > Visible)
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
                    (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
                }
            }
        }

        return right <= left ? new SKRect(0, 0, Side, Side) : new SKRect(left, top, right, bottom);
    }
}

using OpenAIImages.Painter.Artworks;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>A closed eye of an artwork: skin over the eye, and the line of the lid.</summary>
/// <param name="Box">The area that the skin covers, in the units of the artwork.</param>
/// <param name="Skin">The colour around the eye.</param>
internal sealed record ClosedEye(SKRect Box, SKColor Skin)
{
    private const int Side = 128;
    private const float Smallest = 3.5f;
    private const float Largest = 24;
    private static readonly SKColor DarkLid = new(44, 34, 30);
    private static readonly SKColor LightLid = new(214, 206, 200);

    /// <summary>Finds the eyes: small, dark, round areas near the eyes that the facts give.</summary>
    public static IReadOnlyList<ClosedEye> Find(ArtworkShape shape, ArtworkFacts facts)
    {
        if (facts.Head is not { } head)
        {
            return [];
        }

        // The drawing of a toy or of a person with a body of ours is the face alone.
        var isFace = facts.Body != ToyBody.None;

        var contours = shape.Document.PlainShapes().SelectMany(Contours).ToList();
        var area = Area(shape.Ink, head, isFace);
        var dark = contours.Where(one => Brightness(one.Colour) < 80 && IsRound(one.Box, Smallest, Largest) &&
            area.Contains(one.Box.MidX, one.Box.MidY) &&
            (!isFace || MathF.Abs(one.Box.MidX - shape.Ink.MidX) > 0.09f * shape.Ink.Width))
            .Select(one => one.Box).ToList();
        // The panda has an eye in a dark patch: the smaller of the two is the eye.
        var eyes = dark.Where(box => !dark.Exists(other => other != box && box.Contains(other.MidX, other.MidY) &&
            other.Width < box.Width));
        using var drawn = shape.Render();

        return [.. eyes.Take(2).Select(box => WithWhite(box, contours))
            .Select(box => new ClosedEye(box, SkinAround(drawn, box)))];
    }

    public void Draw(SKCanvas canvas, Func<SKColor, SKColor> recolour)
    {
        using var skin = new SKPaint { IsAntialias = true, Color = recolour(Skin) };
        canvas.DrawOval(SKRect.Inflate(Box, 0.9f, 0.9f), skin);
        using var lid = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = Math.Clamp(Box.Width * 0.18f, 1.6f, 3.2f),
            StrokeCap = SKStrokeCap.Round,
            Color = Brightness(Skin) < 90 ? LightLid : DarkLid,
        };
        var low = new SKRect(Box.Left, Box.Top + Box.Height * 0.1f, Box.Right, Box.Bottom - Box.Height * 0.1f);
        canvas.DrawArc(low, 20, 140, useCenter: false, lid);
    }

    private static SKRect Area(SKRect ink, HeadAnchor head, bool isFace)
    {
        if (isFace)
        {
            return new SKRect(ink.Left, ink.Top + ink.Height * 0.2f, ink.Right, ink.Top + ink.Height * 0.68f);
        }

        var (x, y) = (ink.Left + head.X * ink.Width, ink.Top + head.Eyes * ink.Height);
        var (across, down) = (Math.Max(10, head.Width * ink.Width * 0.6f), 10);

        return new SKRect(x - across, y - down, x + across, y + down);
    }

    private static IEnumerable<(SKRect Box, SKColor Colour)> Contours((SKPath Path, SKColor Colour) shape)
    {
        foreach (var contour in shape.Path.ToSvgPathData().Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            using var path = SKPath.ParseSvgPathData("M" + contour);
            if (path is not null)
            {
                yield return (path.TightBounds, shape.Colour);
            }
        }
    }

    private static bool IsRound(SKRect box, float smallest, float largest)
        => box.Width >= smallest && box.Height >= smallest && box.Width <= largest && box.Height <= largest &&
            box.Width < box.Height * 2.2f && box.Height < box.Width * 2.4f;

    private static SKRect WithWhite(SKRect eye, IEnumerable<(SKRect Box, SKColor Colour)> contours) => contours
        .Where(one => Brightness(one.Colour) > 225 && IsRound(one.Box, eye.Width, 30) &&
            one.Box.Contains(eye.MidX, eye.MidY))
        .Select(one => one.Box).FirstOrDefault(eye);

    private static SKColor SkinAround(SKBitmap drawn, SKRect eye)
    {
        ReadOnlySpan<(float X, float Y)> around =
        [
            (eye.MidX, eye.Top - 2.5f), (eye.Left - 2.5f, eye.MidY), (eye.Right + 2.5f, eye.MidY),
            (eye.MidX, eye.Bottom + 2.5f),
        ];
        foreach (var (x, y) in around)
        {
            var colour = drawn.GetPixel(Math.Clamp((int)x, 0, Side - 1), Math.Clamp((int)y, 0, Side - 1));
            if (colour.Alpha > 250)
            {
                return colour;
            }
        }

        return SKColors.Gray;
    }

    private static float Brightness(SKColor colour) => 0.3f * colour.Red + 0.59f * colour.Green + 0.11f * colour.Blue;
}

using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>The trees of one hill, each kind drawn once and put down in many sizes: a forest has sixty of
/// them.</summary>
internal sealed class TreeSprites(Easel easel) : IDisposable
{
    private static readonly SKSamplingOptions Smaller = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    private readonly Dictionary<string, SKImage> _sprites = new(StringComparer.Ordinal);

    /// <summary>Draws a tree.</summary>
    /// <param name="drawing">The name of the artwork.</param>
    /// <param name="foot">The middle of its lower edge.</param>
    /// <param name="height">Its height, in pixels.</param>
    /// <param name="tallest">The height of the tallest of its kind.</param>
    /// <param name="isUnique">Whether its colours are those of no other tree.</param>
    /// <param name="recolour">Gives each of its colours as it looks there.</param>
    public void Draw(
        string drawing, SKPoint foot, float height, float tallest, bool isUnique, Func<SKColor, SKColor> recolour)
    {
        if (isUnique || easel.Vector)
        {
            SpriteMaker.DrawFlat(easel, drawing, foot, height, recolour);

            return;
        }

        if (!_sprites.TryGetValue(drawing, out var sprite))
        {
            _sprites[drawing] = sprite = SpriteMaker.MakeFlat(drawing, tallest, recolour);
        }

        var half = height * sprite.Width / sprite.Height / 2;
        easel.Canvas.DrawImage(sprite, new SKRect(foot.X - half, foot.Y - height, foot.X + half, foot.Y), Smaller);
    }

    public void Dispose()
    {
        foreach (var sprite in _sprites.Values)
        {
            sprite.Dispose();
        }
    }
}

using OpenAIImages.Painter.Artworks;

namespace OpenAIImages.Painter.Scenes.Arrangements;

/// <summary>Sizes of things beside each other: true to the world, but never too small to see.</summary>
internal static class Sizes
{
    private const float True = 0.3f;
    private const float Far = 4;

    /// <summary>Gives the height of a thing beside another, as a share of the other's height.</summary>
    public static float Beside(string drawing, string other)
        => Ease(Seen(drawing) / Seen(other));

    /// <summary>Gives the visible height of a thing; a castle looks smaller, because it stands further away.</summary>
    public static float Seen(string drawing)
    {
        var metres = ArtworkBook.FactsOf(drawing).Metres;

        return metres <= Far ? metres : Far * MathF.Pow(metres / Far, 0.35f);
    }

    /// <summary>Brings sizes nearer in their order: a third hardly changes, a hundredth becomes a tenth.</summary>
    public static float Ease(float ratio)
        => ratio > 1 ? 1 / Ease(1 / ratio)
            : ratio >= True ? MathF.Pow(ratio, 0.85f)
            : MathF.Pow(True, 0.85f) * MathF.Pow(ratio / True, 0.36f);
}

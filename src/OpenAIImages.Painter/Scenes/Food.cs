using OpenAIImages.Painter.Artworks;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Brings food to the mouth of an animal that eats it.</summary>
internal static class Food
{
    // Food whose width is less than this share of its height is a stalk, and the mouth has its tip.
    private const float Stalk = 0.85f;
    private const float StalkTilt = 32;

    // The mouth of a toy, as a share of its height from the top, and the sizes of its food.
    private const float Mouth = 0.49f;
    private const float StalkHeight = 0.46f;
    private const float BiteHeight = 0.28f;

    /// <summary>Gives the food as a toy animal eats it: before its chest, the upper end at its mouth.</summary>
    /// <returns><see langword="null"/> when the eater is no toy or lies: people use a hand, other animals the mouth.
    /// </returns>
    public static Figure? AtMouth(Figure eater, Figure food, Func<string, float> shapeOf)
    {
        if (ArtworkBook.FactsOf(eater.Drawing).Body != ToyBody.Plush || eater.Lies)
        {
            return null;
        }

        var mouth = eater.Y - eater.Height * (1 - Mouth);
        var shape = shapeOf(food.Drawing);
        if (shape >= Stalk)
        {
            var bite = eater.Height * Math.Min(BiteHeight, BiteHeight / shape);

            return food with { X = eater.X, Y = mouth + bite, Height = bite };
        }

        var side = eater.Flip ? 1 : -1;
        var (across, up) = MathF.SinCos(StalkTilt * MathF.PI / 180);
        var stalk = eater.Height * StalkHeight;

        return food with
        {
            X = eater.X + side * across * stalk,
            Y = mouth + up * stalk,
            Height = stalk,
            Tilt = -side * StalkTilt,
        };
    }
}

using OpenAIImages.Painter.Artworks;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Finds the anchors of a drawing in a scene.</summary>
internal static class SceneAnchors
{
    // A toy that lies has its head above its forepaws.
    private static readonly HeadAnchor HeadOfLyingToy = new(0.36f, 0.04f, 0.58f, 0.38f);

    /// <summary>Gives the head of a figure in the scene: its middle, top, width and the height of its eyes.</summary>
    public static HeadAnchor HeadOf(Figure figure, Func<string, float> shapeOf)
    {
        var shape = shapeOf(figure.Drawing);
        // Side views look to the left and have their heads there. Other drawings have the head in the middle.
        var facts = ArtworkBook.FactsOf(figure.Drawing);
        if (Poses.LiesOnBack(figure))
        {
            return HeadOnBack(figure, facts.Head?.Eyes ?? 0.25f, shapeOf);
        }

        var head = figure.Lies && facts.Body == ToyBody.Plush ? HeadOfLyingToy : facts.Head ??
            new HeadAnchor(shape is > 0.85f and < 1.6f ? 0.3f : 0.5f, 0.04f, 0.4f, 0.25f);
        var place = At(figure, new Anchor(head.X, head.Top), shapeOf);
        var eyes = At(figure, new Anchor(head.X, head.Eyes), shapeOf);

        return new HeadAnchor(place.X, place.Y, head.Width * shape * figure.Height, eyes.Y);
    }

    // The head is where the eyes are in the drawing, counted from the side instead of from the top.
    private static HeadAnchor HeadOnBack(Figure figure, float eyes, Func<string, float> shapeOf)
    {
        var place = At(figure, new Anchor(eyes, 0.1f), shapeOf);
        var middle = At(figure, new Anchor(eyes, 0.5f), shapeOf);

        return new HeadAnchor(place.X, place.Y, figure.Height * shapeOf(figure.Drawing) * 0.3f, middle.Y);
    }

    /// <summary>Converts a position in a drawing into one in the scene.</summary>
    public static Anchor At(Figure figure, Anchor anchor, Func<string, float> shapeOf)
    {
        var across = (anchor.X - 0.5f) * shapeOf(figure.Drawing) * figure.Height;
        var up = (1 - anchor.Y) * figure.Height * figure.Flatness;

        return new Anchor(figure.X + (figure.Flip ? -across : across), figure.Y - up);
    }
}

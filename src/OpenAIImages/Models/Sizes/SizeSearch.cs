namespace OpenAIImages.Models;

/// <summary>Finds the valid size of a model that is nearest to a wish.</summary>
internal static class SizeSearch
{
    // People see a wrong shape sooner than a wrong size.
    private const double ShapeWeight = 3;

    /// <summary>Finds the size that is nearest to a wanted size.</summary>
    public static ImageSize Nearest(ImageModelInfo model, ImageSize wish)
        => wish.IsAuto
            ? throw new ArgumentException("The size is auto, which has no sides to come near to.", nameof(wish))
            : NearestTo(model, wish.Width, wish.Height);

    /// <summary>Finds the size that is nearest to a ratio and a number of pixels.</summary>
    public static ImageSize Nearest(ImageModelInfo model, double ratio, long pixels)
    {
        if (!(ratio > 0) || double.IsInfinity(ratio))
        {
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "The ratio must be more than 0.");
        }

        if (pixels <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(pixels), pixels, "There must be more than 0 pixels.");
        }

        return NearestTo(model, Math.Sqrt(pixels * ratio), Math.Sqrt(pixels / ratio));
    }

    // The distance uses logarithms: a double width is as far away as a half width.
    private static ImageSize NearestTo(ImageModelInfo model, double width, double height)
    {
        var nearest = default(ImageSize);
        var least = double.PositiveInfinity;
        foreach (var size in model.Sizes.Count > 0 ? model.Sizes : ImageSizeRules.All())
        {
            var (x, y) = (Math.Log(size.Width / width), Math.Log(size.Height / height));
            var (shape, area) = (x - y, x + y);
            var distance = (ShapeWeight * shape * shape) + (area * area);
            if (distance < least)
            {
                (nearest, least) = (size, distance);
            }
        }

        return nearest;
    }
}

using OpenAIImages.Painter.Filters.Styles;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Filters;

/// <summary>Finishes a drawn picture in the requested style.</summary>
internal static class FilterSet
{
    private const int ColoursOfFlat = 20;
    private const int ColoursOfLogo = 9;

    /// <summary>Changes the pixels in place.</summary>
    /// <param name="pixels">The drawn picture.</param>
    /// <param name="style">The style. Storybook only darkens the corners a little.</param>
    /// <param name="seed">The seed of the grain of paper and paint.</param>
    /// <param name="opaque">Whether the picture has a background; a picture without one has no paper either.</param>
    public static void Apply(Pixels pixels, PaintStyle style, uint seed, bool opaque)
    {
        switch (style)
        {
            case PaintStyle.Watercolour:
                WatercolourFilter.Apply(pixels, seed, opaque);
                break;
            case PaintStyle.Oil:
                OilFilter.Apply(pixels, seed);
                break;
            case PaintStyle.Pixel:
                PixelFilter.Apply(pixels);
                break;
            case PaintStyle.Sketch:
                SketchFilter.Apply(pixels, seed);
                break;
            case PaintStyle.Photo:
                PhotoFilter.Apply(pixels, seed, opaque);
                break;
            case PaintStyle.InkWash:
                InkWashFilter.Apply(pixels, seed, opaque);
                break;
            case PaintStyle.Flat:
                FlatFilter.Apply(pixels, ColoursOfFlat);
                break;
            case PaintStyle.Logo:
                FlatFilter.Apply(pixels, ColoursOfLogo);
                break;
            case PaintStyle.PaperCut:
                PaperCutFilter.Apply(pixels, seed);
                break;
            case PaintStyle.LineIcon:
                LineIconFilter.Apply(pixels, opaque);
                break;
            case PaintStyle.Neon:
                NeonFilter.Apply(pixels, opaque);
                break;
            case PaintStyle.Poster:
                PosterFilter.Apply(pixels, opaque);
                break;
            case PaintStyle.StainedGlass:
                StainedGlassFilter.Apply(pixels, seed);
                break;
            case PaintStyle.LowPoly:
                LowPolyFilter.Apply(pixels, seed);
                break;
            default:
                if (opaque)
                {
                    VignetteFilter.Apply(pixels, seed);
                }

                break;
        }
    }
}

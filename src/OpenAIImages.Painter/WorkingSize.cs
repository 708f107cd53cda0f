using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter;

/// <summary>The size in which the painter draws a picture, which can differ from the requested size.</summary>
/// <remarks>
/// Filters need about forty bytes for each pixel. So they work on pictures of a modest size, and the painter enlarges
/// the result. It draws tiny pictures larger and reduces them, since lines thinner than a pixel are not recognisable.
/// </remarks>
internal readonly record struct WorkingSize(int Width, int Height)
{
    private const int LargestFiltered = 1_536;
    private const int LargestDrawn = 4_096;
    private const int LargestFrame = 768;
    private const int LargestVector = 1_024;
    private const int SmallestEdge = 128;

    // A picture as narrow as a ribbon shows no detail. The limit bounds its drawing time.
    private const float LargestAspect = 8;

    public static WorkingSize For(PictureRequest request, PaintStyle style)
    {
        var largest = request.Format == PictureFormat.Gif ? LargestFrame
            : request.Format == PictureFormat.Svg ? LargestVector
            : style == PaintStyle.Storybook ? LargestDrawn : LargestFiltered;
        float longer = Math.Max(request.Width, request.Height);
        float shorter = Math.Max(Math.Min(request.Width, request.Height), longer / LargestAspect);
        var scale = Math.Min(Math.Max(1, SmallestEdge / shorter), largest / longer);
        var narrowest = longer / LargestAspect;

        return new WorkingSize(
            Math.Max(1, (int)MathF.Round(Math.Max(request.Width, narrowest) * scale)),
            Math.Max(1, (int)MathF.Round(Math.Max(request.Height, narrowest) * scale)));
    }
}

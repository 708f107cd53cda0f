namespace OpenAIImages.Painter.Words;

/// <summary>How the picture is finished.</summary>
internal enum PaintStyle
{
    Storybook,
    Watercolour,
    Oil,
    Pixel,
    Sketch,
}

namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>A part of the picture that the prompt names for a subject.</summary>
internal enum Side
{
    None,
    Left,
    Right,
    Middle,
    Top,
    Bottom,
    Front,
    Back,
}

namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The season that the prompt names.</summary>
internal enum Season
{
    None,
    Spring,
    Summer,
    Autumn,
    Winter,
}

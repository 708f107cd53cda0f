namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The colours that words can name.</summary>
internal enum ColourName
{
    Red,
    Yellow,
    Blue,
    Green,
    Orange,
    Purple,
    Pink,
    Black,
    White,
    Gray,
    Brown,
    Gold,
    Silver,
    Teal,
}

namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The surface that words are written on, by its name in Data/words.txt.</summary>
internal enum LetteringSurface
{
    /// <summary>The picture itself.</summary>
    Picture,
    Sign,
    Label,
    Poster,
    Neon,
    Board,
    Card,
    Banner,
    Wall,
    Page,
    Screen,

    /// <summary>The subject itself: a mug, a shirt, a cake.</summary>
    Subject,
}

namespace OpenAIImages.Painter.Artworks;

/// <summary>The place of a thing when the prompt names none, by its name in Data/nouns.txt.</summary>
internal enum Home
{
    Meadow,
    Air,
    Space,

    /// <summary>On the water.</summary>
    Water,

    /// <summary>Under the water.</summary>
    Sea,
    Street,
    Room,
    Table,
    Plain,
}

namespace OpenAIImages.Painter.Artworks;

/// <summary>Where a thing is when the prompt names no place. The names are those of Data/nouns.txt.</summary>
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

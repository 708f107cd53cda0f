namespace OpenAIImages.Painter.Words;

/// <summary>Where the picture plays.</summary>
internal enum Place
{
    Anywhere,
    Meadow,
    Snow,
    Beach,
    Sea,
    Forest,
    Mountain,
    Desert,
    City,
    Space,
    Underwater,
    Room,
    Table,
    Wall,
    Studio,
    Sky,
    Abstract,
}

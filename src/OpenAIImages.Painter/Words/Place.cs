namespace OpenAIImages.Painter.Words;

/// <summary>The backdrops there are. Several places may share one: Data/places.txt.</summary>
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

    /// <summary>Still water with a far shore.</summary>
    Lake,

    /// <summary>Water that winds through a meadow.</summary>
    River,

    /// <summary>Bare ground under the stars.</summary>
    Moon,
    Stage,
}

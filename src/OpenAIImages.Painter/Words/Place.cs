namespace OpenAIImages.Painter.Words;

/// <summary>The backdrop of a picture; several places of Data/places.txt may share one.</summary>
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

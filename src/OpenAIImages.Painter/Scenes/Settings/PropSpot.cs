namespace OpenAIImages.Painter.Scenes.Settings;

/// <summary>The spot of a thing that belongs to a place, by its name in Data/places.txt.</summary>
internal enum PropSpot
{
    /// <summary>On the ground, at the back.</summary>
    Back,

    /// <summary>On the wall.</summary>
    Wall,

    /// <summary>Hung from the top.</summary>
    Top,

    /// <summary>Near the viewer, cut by the edge of the picture.</summary>
    Side,
}

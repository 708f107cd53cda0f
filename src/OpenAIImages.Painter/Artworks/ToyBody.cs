namespace OpenAIImages.Painter.Artworks;

/// <summary>The body that a drawing of a face alone is given.</summary>
internal enum ToyBody
{
    None,

    /// <summary>A sitting toy, for animals.</summary>
    Plush,

    /// <summary>A standing body, for people.</summary>
    Person,
}

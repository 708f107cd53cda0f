namespace OpenAIImages.Painter.Artworks;

/// <summary>The body that the painter adds to a drawing that shows only a face.</summary>
internal enum ToyBody
{
    None,

    /// <summary>A sitting toy, for animals.</summary>
    Plush,

    /// <summary>A standing body, for people.</summary>
    Person,
}

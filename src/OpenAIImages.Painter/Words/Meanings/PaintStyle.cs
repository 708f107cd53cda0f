namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The style of the picture, by its name in Data/words.txt.</summary>
internal enum PaintStyle
{
    Storybook,
    Watercolour,
    Oil,
    Pixel,

    /// <summary>Pencil.</summary>
    Sketch,

    /// <summary>Like a photograph.</summary>
    Photo,

    /// <summary>Chinese ink wash.</summary>
    InkWash,

    /// <summary>Flat areas of colour.</summary>
    Flat,
    PaperCut,
    LineIcon,
    Neon,

    /// <summary>A logo that names no other style; <see cref="Meaning.Badge"/> is true as well.</summary>
    Logo,

    /// <summary>A poster that names no other style.</summary>
    Poster,
    StainedGlass,
    LowPoly,
}

namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The manner of the picture. The names are those of Data/words.txt.</summary>
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

    /// <summary>A logo that names no other manner; <see cref="Meaning.Badge"/> is true as well.</summary>
    Logo,

    /// <summary>A poster that names no other manner.</summary>
    Poster,
    StainedGlass,
    LowPoly,
}

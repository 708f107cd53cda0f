namespace OpenAIImages.Painter.Artworks;

/// <summary>The part of the body that a thing is worn on, by its name in Data/nouns.txt.</summary>
internal enum WornAt
{
    Hat,
    Eyes,
    Neck,
    Ears,
    Back,
    Body,
    Hands,
    Feet,
    Chin,
    Lip,
    Hair,
}

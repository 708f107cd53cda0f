namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The visible action of a subject, by its name in Data/words.txt.</summary>
internal enum Pose
{
    None,
    Leaning,
    Flying,
    Swimming,
    Playing,
    Running,
    Walking,
    Jumping,
    Dancing,
    Sitting,
    Standing,
    Lying,
    Sleeping,
    Eating,
    Drinking,
    Reading,
    Writing,
    Singing,
    Cooking,
    Waving,
}

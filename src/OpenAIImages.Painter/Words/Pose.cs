namespace OpenAIImages.Painter.Words;

/// <summary>What a subject does that shows. The names are those of Data/words.txt.</summary>
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

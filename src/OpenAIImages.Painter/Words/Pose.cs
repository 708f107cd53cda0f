namespace OpenAIImages.Painter.Words;

/// <summary>What a subject does that shows.</summary>
internal enum Pose
{
    None,
    Leaning,
    Flying,
    Swimming,
    Playing,
}

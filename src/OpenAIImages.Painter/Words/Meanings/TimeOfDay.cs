namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The time of day, which decides the light.</summary>
internal enum TimeOfDay
{
    Day,
    Dawn,
    Sunset,
    Night,
}

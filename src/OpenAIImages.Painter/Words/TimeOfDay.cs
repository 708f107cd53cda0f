namespace OpenAIImages.Painter.Words;

/// <summary>What the light is like.</summary>
internal enum TimeOfDay
{
    Day,
    Dawn,
    Sunset,
    Night,
}

namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The weather that the prompt names.</summary>
internal enum Weather
{
    Clear,
    Rain,
    Snowfall,
    Fog,
    Storm,
    Wind,
    Cloudy,
}

namespace OpenAIImages.Painter.Words;

/// <summary>What falls from the sky.</summary>
internal enum Weather
{
    Clear,
    Rain,
    Snowfall,
}

namespace OpenAIImages.Faults.Faults;

/// <summary>Places in a reply where it makes a difference that it ends there.</summary>
public enum CutPoint
{
    BeforeHeaders,
    MidHeaders,
    AfterHeaders,
    InPicture,
    BetweenEvents,

    /// <summary>Behind the first picture that is no preview.</summary>
    BehindPicture,
    BeforeLastBracket,
}

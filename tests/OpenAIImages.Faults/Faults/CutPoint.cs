namespace OpenAIImages.Faults.Faults;

/// <summary>The places in a reply where an early end has different effects.</summary>
public enum CutPoint
{
    BeforeHeaders,
    MidHeaders,
    AfterHeaders,
    InPicture,
    BetweenEvents,

    /// <summary>After the first picture that is not a preview.</summary>
    BehindPicture,
    BeforeLastBracket,
}

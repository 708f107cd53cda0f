namespace OpenAIImages.Transport;

/// <summary>Whether an attempt is repeated.</summary>
internal enum RetryDecision
{
    Never,

    /// <summary>Only for a caller who would rather pay twice than go without.</summary>
    IfUnknownOutcomesAllowed,

    Yes,
}

namespace OpenAIImages.Transport;

/// <summary>Whether an attempt is repeated.</summary>
internal enum RetryDecision
{
    Never,

    /// <summary>Only where <see cref="ImageClientOptions.RetryUnknownOutcome"/> is set.</summary>
    IfUnknownOutcomesAllowed,

    Yes,
}

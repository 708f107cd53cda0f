namespace OpenAIImages.Transport;

/// <summary>The decision whether to repeat an attempt.</summary>
internal enum RetryDecision
{
    Never,

    /// <summary>The client repeats the attempt only if <see cref="ImageClientOptions.RetryUnknownOutcome"/> is
    /// set.</summary>
    IfUnknownOutcomesAllowed,

    Yes,
}

namespace OpenAIImages.Transport;

/// <summary>The verdict of <see cref="RetryTable"/> on an attempt that failed.</summary>
/// <param name="Decision">Whether to repeat it.</param>
/// <param name="MayHaveBeenBilled">Whether the service may have made and billed an image.</param>
internal readonly record struct RetryVerdict(RetryDecision Decision, bool MayHaveBeenBilled)
{
    /// <summary>Gets whether the same request may succeed later and buys nothing twice.</summary>
    public bool IsTransient => Decision == RetryDecision.Yes && !MayHaveBeenBilled;
}

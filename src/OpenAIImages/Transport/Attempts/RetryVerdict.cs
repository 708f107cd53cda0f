namespace OpenAIImages.Transport;

/// <summary>The verdict of <see cref="RetryTable"/> on a failed attempt.</summary>
/// <param name="Decision">Whether to repeat the attempt.</param>
/// <param name="MayHaveBeenBilled">Whether the service may have made and billed an image.</param>
internal readonly record struct RetryVerdict(RetryDecision Decision, bool MayHaveBeenBilled)
{
    /// <summary>Gets whether the same request may succeed later and buys no image twice.</summary>
    public bool IsTransient => Decision == RetryDecision.Yes && !MayHaveBeenBilled;
}

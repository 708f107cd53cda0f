namespace OpenAIImages.Transport;

/// <summary>What follows from how an attempt failed.</summary>
/// <param name="Repeat">Whether to repeat it.</param>
/// <param name="MayHaveBeenBilled">Whether the service may have made and billed an image.</param>
internal readonly record struct Verdict(Repeat Repeat, bool MayHaveBeenBilled)
{
    /// <summary>Gets whether the same request may succeed later and buys nothing twice.</summary>
    public bool IsTransient => Repeat == Repeat.Yes && !MayHaveBeenBilled;
}

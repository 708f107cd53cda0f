namespace OpenAIImages.Emulator;

/// <summary>The ways to answer a request for a model that OpenAI has shut down.</summary>
public enum RetiredModelHandling
{
    /// <summary>
    /// Models that were gone when this package was made (<c>dall-e-2</c>, <c>dall-e-3</c>, <c>gpt-image-1</c>) answer
    /// 400 <c>invalid_value</c>. The same on every day, so that a test does not begin to fail by itself.
    /// </summary>
    Refuse,

    /// <summary>
    /// As <see cref="Refuse"/>, and so do models whose announced shutdown date has come, on the clock of
    /// <see cref="ImageEmulatorOptions.TimeProvider"/>: to see today what will happen that day.
    /// </summary>
    RefuseByDate,

    /// <summary>All models are served as in their time: delivery by link, <c>style</c>, revised prompts.</summary>
    Serve,
}

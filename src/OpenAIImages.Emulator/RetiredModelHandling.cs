namespace OpenAIImages.Emulator;

/// <summary>The ways to answer a request for a model that OpenAI has shut down.</summary>
public enum RetiredModelHandling
{
    /// <summary>A request for a model that was retired when this package was made (<c>dall-e-2</c>, <c>dall-e-3</c>,
    /// <c>gpt-image-1</c>) gets a 400 <c>invalid_value</c>.</summary>
    /// <remarks>The reply is the same on every day, so that a test does not start to fail by itself.</remarks>
    Refuse,

    /// <summary>The same as <see cref="Refuse"/>, and also for models whose announced shutdown date has come, on the
    /// clock of <see cref="ImageEmulatorOptions.TimeProvider"/>.</summary>
    /// <remarks>So a test can try a future shutdown today.</remarks>
    RefuseByDate,

    /// <summary>The emulator serves all models with their old behaviour: delivery by link, <c>style</c>, revised
    /// prompts.</summary>
    Serve,
}

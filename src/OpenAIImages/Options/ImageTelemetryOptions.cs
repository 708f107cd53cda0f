namespace OpenAIImages;

/// <summary>What spans and logs hold.</summary>
public sealed class ImageTelemetryOptions
{
    /// <summary>Gets or sets whether spans hold the prompt, as <c>gen_ai.input.messages</c>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>Prompts are often personal, and those who can read traces are many. Neither images nor the key are
    /// ever part of a span, a measurement or a log.</remarks>
    public bool EnableSensitiveData { get; set; }

    internal ImageTelemetryOptions Copy() => (ImageTelemetryOptions)MemberwiseClone();
}

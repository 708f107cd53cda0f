namespace OpenAIImages;

/// <summary>What spans and logs hold.</summary>
public sealed class ImageTelemetryOptions
{
    /// <summary>Gets or sets whether spans hold the prompt, as <c>gen_ai.input.messages</c>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>Prompts are often personal, and those who can read traces are many. Neither images nor the key are
    /// ever part of a span, a measurement or a log.</remarks>
    public bool EnableSensitiveData { get; set; }

    /// <summary>Gets or sets whether each attempt carries an identifier of its own in the header
    /// <c>X-Client-Request-Id</c>, by which the service's support can find a call that was never answered.</summary>
    /// <value><see langword="true"/> to send it everywhere, <see langword="false"/> nowhere; the default, <see
    /// langword="null"/>, sends it to OpenAI and Azure OpenAI alone.</value>
    /// <remarks>A GUID. Where <see cref="ImageClientOptions.Headers"/>, or a handler of yours, sets that header, its
    /// value stays. It stands on results and exceptions, in logs and on spans.</remarks>
    public bool? SendClientRequestId { get; set; }

    internal ImageTelemetryOptions Copy() => (ImageTelemetryOptions)MemberwiseClone();
}

namespace OpenAIImages;

/// <summary>The settings for the content of spans, metrics and logs, and for identifiers of requests.</summary>
public sealed class ImageTelemetryOptions
{
    /// <summary>Gets or sets whether spans contain the prompt, as <c>gen_ai.input.messages</c>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>Prompts are often personal, and many people can read traces. Images and the key are never part of a
    /// span, a measurement or a log.</remarks>
    public bool EnableSensitiveData { get; set; }

    /// <summary>Gets or sets whether each attempt carries an identifier of its own in the header
    /// <c>X-Client-Request-Id</c>, with which the service's support can find an unanswered call.</summary>
    /// <value><see langword="true"/> to send it everywhere, <see langword="false"/> nowhere; the default, <see
    /// langword="null"/>, sends it only to OpenAI and Azure OpenAI.</value>
    /// <remarks>The identifier is a GUID. If <see cref="ImageClientOptions.Headers"/> or a handler of yours sets that
    /// header, its value stays. Results, exceptions, logs and spans hold the identifier.</remarks>
    public bool? SendClientRequestId { get; set; }

    /// <summary>Gets or sets the prices for the costs of calls in spans and a metric.</summary>
    /// <value>The default is <see langword="null"/>: then spans and the metric contain no costs.
    /// <see cref="ImagePriceList.Default"/> has the published prices. In configuration, <c>default</c> or the path of a
    /// price list.</value>
    /// <remarks>A call without a known price has no cost, for example a call to a deployment that the list does not
    /// contain.</remarks>
    public ImagePriceList? Prices { get; set; }

    internal ImageTelemetryOptions Copy() => (ImageTelemetryOptions)MemberwiseClone();
}

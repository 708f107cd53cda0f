namespace OpenAIImages;

/// <summary>What spans, logs and requests say about a call.</summary>
public sealed class ImageTelemetryOptions
{
    /// <summary>Gets or sets whether spans hold the prompt, as <c>gen_ai.input.messages</c>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>Prompts are often personal, and many people can read traces. Images and the key are never part of a
    /// span, a measurement or a log.</remarks>
    public bool EnableSensitiveData { get; set; }

    /// <summary>Gets or sets whether each attempt carries an identifier of its own in the header
    /// <c>X-Client-Request-Id</c>, by which the service's support can find a call that was never answered.</summary>
    /// <value><see langword="true"/> to send it everywhere, <see langword="false"/> nowhere; the default, <see
    /// langword="null"/>, sends it to OpenAI and Azure OpenAI alone.</value>
    /// <remarks>The identifier is a GUID. Where <see cref="ImageClientOptions.Headers"/>, or a handler of yours, sets
    /// that header, its value stays. Results, exceptions, logs and spans hold the identifier.</remarks>
    public bool? SendClientRequestId { get; set; }

    /// <summary>Gets or sets the prices by which spans and a metric say what calls cost.</summary>
    /// <value>The default is <see langword="null"/>: then they say no cost. <see cref="ImagePriceList.Default"/> has
    /// the published prices. In configuration, <c>default</c> or the path of a price list.</value>
    /// <remarks>A call whose price is not known, such as one of a deployment that the list does not have, has no
    /// cost.</remarks>
    public ImagePriceList? Prices { get; set; }

    internal ImageTelemetryOptions Copy() => (ImageTelemetryOptions)MemberwiseClone();
}

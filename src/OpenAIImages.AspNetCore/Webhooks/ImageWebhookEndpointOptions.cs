namespace OpenAIImages;

/// <summary>The settings of an endpoint for the deliveries of a webhook.</summary>
/// <remarks>The settings are read when the endpoint is mapped.</remarks>
public sealed class ImageWebhookEndpointOptions
{
    private TimeSpan _tolerance = TimeSpan.FromMinutes(5);
    private TimeSpan _lease = TimeSpan.FromMinutes(10);

    /// <summary>Gets the secrets of the endpoint: two during the replacement of a secret, the old one and the new one.
    /// </summary>
    /// <value>Empty by default: the secret is then the configuration's <c>OPENAI_WEBHOOK_SECRET</c>, which can come
    /// from the environment variable of that name.</value>
    public IList<string> Secrets { get; } = [];

    /// <summary>Gets or sets the largest difference between the time of a delivery and now, in both directions.
    /// </summary>
    /// <value>Zero or more; 5 minutes by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Tolerance
    {
        get => _tolerance;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _tolerance = value;
        }
    }

    /// <summary>Gets or sets the time after which a claim ends, if the process died while it handled the delivery.
    /// </summary>
    /// <value>More than zero; 10 minutes by default. A handler that takes longer may be called a second time.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than zero.</exception>
    public TimeSpan Lease
    {
        get => _lease;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _lease = value;
        }
    }

    /// <summary>Gets or sets the store that remembers the handled deliveries.</summary>
    /// <value><see langword="null"/> by default: the <see cref="IImageWebhookStore"/> of the container, or else an
    /// <see cref="ImageWebhookMemoryStore"/>.</value>
    public IImageWebhookStore? Store { get; set; }
}

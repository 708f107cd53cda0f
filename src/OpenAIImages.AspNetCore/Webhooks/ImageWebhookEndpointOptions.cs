namespace OpenAIImages;

/// <summary>How an endpoint takes the deliveries of a webhook.</summary>
/// <remarks>Read when the endpoint is mapped.</remarks>
public sealed class ImageWebhookEndpointOptions
{
    private TimeSpan _tolerance = TimeSpan.FromMinutes(5);
    private TimeSpan _lease = TimeSpan.FromMinutes(10);

    /// <summary>Gets the secrets of the endpoint: while a secret is exchanged, the old one and the new one.</summary>
    /// <value>Empty by default. Then it is the configuration's <c>OPENAI_WEBHOOK_SECRET</c>, which is also the name of
    /// the environment's variable.</value>
    public IList<string> Secrets { get; } = [];

    /// <summary>Gets or sets how far the time of a delivery may be from now, in both directions.</summary>
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

    /// <summary>Gets or sets how long a delivery stays claimed by a process that died while it handled it.</summary>
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

    /// <summary>Gets or sets what remembers which deliveries were handled.</summary>
    /// <value><see langword="null"/> by default: the <see cref="IImageWebhookStore"/> of the container, and where there
    /// is none, an <see cref="ImageWebhookMemoryStore"/>.</value>
    public IImageWebhookStore? Store { get; set; }
}

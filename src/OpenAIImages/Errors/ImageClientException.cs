namespace OpenAIImages;

/// <summary>A call for images failed. The base of everything this package throws, apart from argument errors and
/// cancellation.</summary>
/// <remarks>
/// No message holds the API key, the prompt or an image, so these exceptions may be logged whole. Anyone may make one,
/// for tests of their own: what is not said is as it would be had nothing been sent.
/// </remarks>
public abstract class ImageClientException : Exception
{
    /// <summary>What a message adds where money may have been spent.</summary>
    internal const string BilledNote = "The image may have been made and billed.";

    private int _possiblyBilledAttempts;
    private bool _isTransient;
    private IReadOnlyList<ImageOutput> _received = [];
    private TimeSpan? _retryAfter;
    private string? _clientRequestId;

    /// <summary>Says what happened.</summary>
    /// <param name="message">What happened, in a sentence. It must hold neither the key nor the prompt.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    protected ImageClientException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets what happened, and whether the image may have been billed all the same.</summary>
    public sealed override string Message
        => MayHaveBeenBilled ? $"{MessageBeforeBilling} {BilledNote}" : MessageBeforeBilling;

    /// <summary>Gets whether the service may have made and billed an image in any attempt of the call.</summary>
    /// <value><see langword="true"/> when <see cref="PossiblyBilledAttempts"/> is more than zero. Where it is
    /// <see langword="false"/>, calling again buys nothing twice.</value>
    public bool MayHaveBeenBilled => PossiblyBilledAttempts > 0;

    /// <summary>Gets how many attempts of the call the service may have billed.</summary>
    /// <value>Zero or more; zero by default. The attempt that failed last is one of them where it counts.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int PossiblyBilledAttempts
    {
        get => _possiblyBilledAttempts;
        init => _possiblyBilledAttempts = Guard.InRange(value, 0, int.MaxValue, nameof(PossiblyBilledAttempts));
    }

    /// <summary>Gets how long to wait before calling again, if that is known.</summary>
    /// <value>Zero or more. What the service or the host of a link asks for, or when the client may send again.</value>
    public TimeSpan? RetryAfter
    {
        get => _retryAfter;
        init => _retryAfter = value;
    }

    /// <summary>Gets whether the same call may succeed later and buys nothing twice.</summary>
    /// <value>Never <see langword="true"/> together with <see cref="MayHaveBeenBilled"/>.</value>
    public bool IsTransient
    {
        get => _isTransient && !MayHaveBeenBilled;
        init => _isTransient = value;
    }

    /// <summary>Gets the images that had come before the fault; they are paid for and need not be made again.</summary>
    /// <value>In the order in which they came; empty by default. An image whose download failed is there with its
    /// link.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageOutput> Received
    {
        get => _received;
        init => _received = Guard.NotNull(value, nameof(Received));
    }

    /// <summary>Gets the identifier that the last attempt carried in its header <c>X-Client-Request-Id</c>, if it
    /// carried one. The service's support can find a call by it that was never answered.</summary>
    public string? ClientRequestId
    {
        get => _clientRequestId;
        init => _clientRequestId = value;
    }

    /// <summary>Gets the message without what is said of money.</summary>
    private protected virtual string MessageBeforeBilling => base.Message;

    /// <summary>Says how long to wait, where that was read after this was made.</summary>
    private protected void SetRetryAfter(TimeSpan? retryAfter) => _retryAfter = retryAfter;

    /// <summary>Says what the call knows and the place that threw this does not.</summary>
    internal void AddCallFacts(
        int possiblyBilledAttempts, bool? isTransient, IReadOnlyList<ImageOutput> received, string? clientRequestId)
    {
        _possiblyBilledAttempts = possiblyBilledAttempts;
        _isTransient = isTransient ?? _isTransient;
        _received = received;
        _clientRequestId = clientRequestId;
    }
}

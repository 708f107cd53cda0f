namespace OpenAIImages;

/// <summary>A call for images failed. The base of everything this package throws, apart from argument errors and
/// cancellation.</summary>
/// <remarks>
/// No message holds the API key, the prompt or an image, so these exceptions may be logged whole. Anyone may make one
/// for a test. A property that is not set is as if nothing had been sent.
/// </remarks>
public abstract class ImageClientException : Exception
{
    /// <summary>The sentence that a message ends with when money may have been spent.</summary>
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
    /// <value>Zero or more; zero by default. The attempt that failed last is included.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int PossiblyBilledAttempts
    {
        get => _possiblyBilledAttempts;
        init => _possiblyBilledAttempts = Guard.InRange(value, 0, int.MaxValue, nameof(PossiblyBilledAttempts));
    }

    /// <summary>Gets how long to wait before calling again, if that is known.</summary>
    /// <value>Zero or more. The wait that the service or the host of a link asks for, or the time until the client may
    /// send again.</value>
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

    /// <summary>Gets the images that had come before the fault. They are paid for and need not be made again.</summary>
    /// <value>The images in the order in which they came; empty by default. An image whose download failed is there
    /// with its link.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageOutput> Received
    {
        get => _received;
        init => _received = Guard.NotNull(value, nameof(Received));
    }

    /// <summary>Gets the identifier in the header <c>X-Client-Request-Id</c> of the last attempt, if it had one. The
    /// service's support can find an unanswered call by it.</summary>
    public string? ClientRequestId
    {
        get => _clientRequestId;
        init => _clientRequestId = value;
    }

    /// <summary>Gets the message without its sentence about money.</summary>
    private protected virtual string MessageBeforeBilling => base.Message;

    /// <summary>Sets <see cref="RetryAfter"/> after the constructor.</summary>
    private protected void SetRetryAfter(TimeSpan? retryAfter) => _retryAfter = retryAfter;

    /// <summary>Adds what the call knows and the place that threw this exception does not.</summary>
    internal void AddCallFacts(
        int possiblyBilledAttempts, bool? isTransient, IReadOnlyList<ImageOutput> received, string? clientRequestId)
    {
        _possiblyBilledAttempts = possiblyBilledAttempts;
        _isTransient = isTransient ?? _isTransient;
        _received = received;
        _clientRequestId = clientRequestId;
    }
}

namespace OpenAIImages;

/// <summary>The base of all exceptions of this package, apart from argument errors and cancellation.</summary>
/// <remarks>
/// No message holds the API key, the prompt or an image, so you may log these exceptions whole. Tests may make such
/// exceptions. The default values of the properties are those of a call that sent nothing.
/// </remarks>
public abstract class ImageClientException : Exception
{
    /// <summary>The last sentence of a message when money may have been spent.</summary>
    internal const string BilledNote = "The image may have been made and billed.";

    private int _possiblyBilledAttempts;
    private bool _isTransient;
    private IReadOnlyList<ImageOutput> _received = [];
    private TimeSpan? _retryAfter;
    private string? _clientRequestId;

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">The failure, in a sentence. It must hold neither the key nor the prompt.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    protected ImageClientException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the failure in words, and a note if the image may have been billed nevertheless.</summary>
    public sealed override string Message
        => MayHaveBeenBilled ? $"{MessageBeforeBilling} {BilledNote}" : MessageBeforeBilling;

    /// <summary>Gets whether the service may have made and billed an image in any attempt of the call.</summary>
    /// <value><see langword="true"/> when <see cref="PossiblyBilledAttempts"/> is more than zero. When
    /// <see langword="false"/>, a second call buys no image twice.</value>
    public bool MayHaveBeenBilled => PossiblyBilledAttempts > 0;

    /// <summary>Gets the number of attempts of the call that the service may have billed.</summary>
    /// <value>Zero or more; zero by default. The number includes the last attempt.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int PossiblyBilledAttempts
    {
        get => _possiblyBilledAttempts;
        init => _possiblyBilledAttempts = Guard.InRange(value, 0, int.MaxValue, nameof(PossiblyBilledAttempts));
    }

    /// <summary>Gets the wait before the next call, if it is known.</summary>
    /// <value>Zero or more. The wait that the service or the host of a link asks for, or the time until the client may
    /// send again.</value>
    public TimeSpan? RetryAfter
    {
        get => _retryAfter;
        init => _retryAfter = value;
    }

    /// <summary>Gets whether the same call may succeed later and buys no image twice.</summary>
    /// <value>Never <see langword="true"/> together with <see cref="MayHaveBeenBilled"/>.</value>
    public bool IsTransient
    {
        get => _isTransient && !MayHaveBeenBilled;
        init => _isTransient = value;
    }

    /// <summary>Gets the images that had come before the fault. These images are paid for. You need not make them
    /// again.</summary>
    /// <value>The images in the order in which they came; empty by default. An image whose download failed comes with
    /// its link.</value>
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

    /// <summary>Adds facts that the call knows and the thrower of this exception does not know.</summary>
    internal void AddCallFacts(
        int possiblyBilledAttempts, bool? isTransient, IReadOnlyList<ImageOutput> received, string? clientRequestId)
    {
        _possiblyBilledAttempts = possiblyBilledAttempts;
        _isTransient = isTransient ?? _isTransient;
        _received = received;
        _clientRequestId = clientRequestId;
    }
}

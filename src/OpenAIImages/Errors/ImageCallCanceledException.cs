namespace OpenAIImages;

/// <summary>The caller cancelled a call whose image the service may have made and billed.</summary>
/// <remarks>
/// <c>catch (OperationCanceledException)</c> catches this exception, too, and is enough if costs do not matter. A call
/// that is cancelled before its request was sent ends with a plain <see cref="OperationCanceledException"/>.
/// </remarks>
public sealed class ImageCallCanceledException : OperationCanceledException
{
    private readonly int _possiblyBilledAttempts;
    private readonly IReadOnlyList<ImageOutput> _received = [];

    /// <summary>Makes an exception for a cancelled call.</summary>
    /// <param name="cancellationToken">The caller's token, which was cancelled.</param>
    public ImageCallCanceledException(CancellationToken cancellationToken = default)
        : this(innerException: null, cancellationToken)
    {
    }

    internal ImageCallCanceledException(Exception? innerException, CancellationToken cancellationToken)
        : base("The call was cancelled after its request was sent.", innerException, cancellationToken)
    {
    }

    /// <summary>Gets the message, with a note if the image may have been billed nevertheless.</summary>
    public override string Message
        => MayHaveBeenBilled ? $"{base.Message} {ImageClientException.BilledNote}" : base.Message;

    /// <summary>Gets whether the service may have made and billed an image in any attempt of the call.</summary>
    /// <value><see langword="true"/> when <see cref="PossiblyBilledAttempts"/> is more than zero.</value>
    public bool MayHaveBeenBilled => PossiblyBilledAttempts > 0;

    /// <summary>Gets the number of attempts of the call that the service may have billed.</summary>
    /// <value>One or more when the client throws this exception; zero by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int PossiblyBilledAttempts
    {
        get => _possiblyBilledAttempts;
        init => _possiblyBilledAttempts = Guard.InRange(value, 0, int.MaxValue, nameof(PossiblyBilledAttempts));
    }

    /// <summary>Gets the images that had come before. These images are paid for. You need not make them
    /// again.</summary>
    /// <value>The images in the order in which they came; empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageOutput> Received
    {
        get => _received;
        init => _received = Guard.NotNull(value, nameof(Received));
    }

    /// <summary>Gets the identifier in the header <c>X-Client-Request-Id</c> of the last attempt, if it had one. The
    /// service's support can find an unanswered call by it.</summary>
    public string? ClientRequestId { get; init; }
}

using OpenAIImages.Calls;
using OpenAIImages.Diagnostics;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;
using Polly;

namespace OpenAIImages.Transport;

/// <summary>The attempts of one call. It begins and ends each attempt, judges failed attempts, and knows the time
/// left.</summary>
/// <param name="message">The request.</param>
/// <param name="options">The options in force when the call began.</param>
/// <param name="log">Takes the messages about retries.</param>
/// <param name="random">Returns a number from 0 up to 1, for the jitter of waits.</param>
internal sealed class CallAttempts(
    HttpRequestMessage message, ImageClientOptions options, Log? log, Func<double> random)
{
    // The time left may be negative, and no timer accepts a negative time.
    private static readonly TimeSpan MinAttemptTime = TimeSpan.FromMilliseconds(1);

    private static readonly ResiliencePropertyKey<CallAttempts> Key = new("OpenAIImages.Call");

    private readonly HttpContent? _content = message.Content;

    private TurnWaitTime? _turnWait;

    private SendTrackingContent? _attemptContent;
    private TimeSpan _attemptTime;
    private string? _lastFault;
    private bool _hasRenewedToken;
    private bool _addedClientRequestId;
    private int _isUnderWay;

    public HttpRequestMessage Message { get; } = message;

    /// <summary>Gets the facts about the whole call, over all messages that were sent for it.</summary>
    public CallRecord Record { get; } = CallRecord.GetOrBegin(message);

    public ImageClientOptions Options { get; } = options;

    /// <summary>Gets when the call began, as a timestamp of the options' clock.</summary>
    public long StartedAt { get; } = options.TimeProvider.GetTimestamp();

    public Log? Log { get; } = log;

    public Func<double> Random { get; } = random;

    /// <summary>Gets whether the last attempt began to send its request. An attempt without content always counts as
    /// sent, since the client cannot observe its sending.</summary>
    public bool WasSent => _attemptContent?.HasBegunSending ?? _content is null;

    /// <summary>Gets the failure of the last attempt, if it failed.</summary>
    public FailedAttempt? Failure { get; private set; }

    /// <summary>Gets the verdict of the retry table on <see cref="Failure"/>.</summary>
    public RetryVerdict Verdict { get; private set; }

    /// <summary>Gets whether an attempt is running.</summary>
    public bool IsUnderWay => Volatile.Read(ref _isUnderWay) != 0;

    /// <summary>Gets or sets the failure of the repeated attempt, in words.</summary>
    public string? LastFault { get; set; }

    /// <summary>Gets or sets whether the retry table has allowed one more attempt.</summary>
    public bool IsAllowedAgain { get; set; }

    /// <summary>Gets or sets the wait before the next attempt, once a retry has been decided.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>Gets the time limit of the whole call, from the request or else from the options.</summary>
    public TimeSpan TotalTimeout => Record.Settings.Timeout ?? Options.TotalTimeout;

    /// <summary>Gets the time that the call has waited for its turns.</summary>
    public TurnWaitTime TurnWait
        => Volatile.Read(ref _turnWait)
            ?? Interlocked.CompareExchange(ref _turnWait, new TurnWaitTime(Options.TimeProvider), null)
            ?? _turnWait!;

    /// <summary>Returns the time left for the whole call. Waiting for a turn does not use this time up.</summary>
    public TimeSpan TimeLeft()
        => TotalTimeout + (Volatile.Read(ref _turnWait)?.Total ?? TimeSpan.Zero)
            - Options.TimeProvider.GetElapsedTime(StartedAt);

    /// <summary>Returns the time limit of the next attempt.</summary>
    public TimeSpan TimeForAttempt()
    {
        var left = TimeLeft();

        return _attemptTime = left >= Options.AttemptTimeout ? Options.AttemptTimeout
            : left > MinAttemptTime ? left
            : MinAttemptTime;
    }

    /// <summary>Returns the time limit that an exception should name.</summary>
    /// <param name="time">The time that ran out. If an attempt got only the rest of the call's time, its limit is that
    /// of the call.</param>
    public TimeSpan LimitToName(TimeSpan time)
        => time == _attemptTime && time < Options.AttemptTimeout ? TotalTimeout : time;

    /// <summary>Returns the attempts that belong to a run of a pipeline.</summary>
    /// <exception cref="InvalidOperationException">The caller that ran the pipeline is not a client.</exception>
    public static CallAttempts From(ResilienceContext context)
        => context.Properties.GetValue(Key, null!)
            ?? throw new InvalidOperationException(
                $"This pipeline is for calls of {nameof(OpenAIImageClient)}. Give it to " +
                $"{nameof(ImageClientOptions)}.{nameof(ImageResilienceExtensions.UsePipeline)}.");

    /// <summary>Attaches these attempts to a run of a pipeline.</summary>
    public void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Reports a retry by the user's pipeline to telemetry. Our own retries report themselves.</summary>
    public void ReportForeignRetry()
    {
        if (_lastFault is { } fault && !IsAllowedAgain)
        {
            CallTelemetry.From(Message)?.AddRetry(fault, TimeSpan.Zero);
        }
    }

    /// <summary>Begins an attempt, unless one is running.</summary>
    /// <returns>Whether it has begun.</returns>
    public bool BeginAttempt()
    {
        if (Interlocked.Exchange(ref _isUnderWay, 1) != 0)
        {
            return false;
        }

        Failure = null;
        IsAllowedAgain = false;
        if (_content is not null)
        {
            // Content that was sent or read before may go out from its buffer without a call to our code. The wrapper
            // notices this.
            _attemptContent = _content is SendTrackingContent { HasBegunSending: false } fresh
                ? fresh
                : new SendTrackingWrapper(_content);
            Message.Content = _attemptContent;
        }

        Record.BeginAttempt(_attemptContent);
        (Record.ClientRequestId, _addedClientRequestId) = ClientRequestId.AddTo(Message, Record.Settings, Options);

        return true;
    }

    /// <summary>Ends an attempt that brought a good reply.</summary>
    public void EndAttempt()
    {
        Restore();
        Record.Answer();
        Volatile.Write(ref _isUnderWay, 0);
    }

    /// <summary>Ends an attempt that failed, and judges it. The method reads an error reply for this. The reply can be
    /// read again afterwards.</summary>
    /// <param name="outcome">The outcome of the attempt.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The outcome, or a cancellation when the reading was abandoned.</returns>
    public async ValueTask<Outcome<HttpResponseMessage>> FailAttemptAsync(
        Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken)
    {
        Restore();
        if (Options.UserPipeline is not null)
        {
            _lastFault = RetryReason.NameOf(outcome, WasSent);
        }

        var failure = new FailedAttempt
        {
            Fault = outcome.Exception,
            WasSent = WasSent,
            IsWhollySent = _attemptContent?.IsWhollySent ?? true,
            CostsMoney = Record.CostsMoney,
            CanRenewToken = Options.TokenProvider is not null && !_hasRenewedToken,
        };
        if (outcome.Result is { } reply)
        {
            try
            {
                failure = await ReadErrorReplyAsync(reply, failure, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                // The body was not read, so the status alone decides.
                failure = failure with { ErrorReply = new ImageApiException(reply.StatusCode) };
                outcome = Outcome.FromException<HttpResponseMessage>(e);
                reply.Dispose();
            }
        }

        _hasRenewedToken |= failure.Status == 401;
        Failure = failure;
        Verdict = RetryTable.Judge(failure);
        Record.Fail(Verdict.MayHaveBeenBilled, Verdict.IsTransient);
        Volatile.Write(ref _isUnderWay, 0);

        return outcome;
    }

    /// <summary>Adds the facts about the call to an exception.</summary>
    public T Complete<T>(T exception)
        where T : ImageClientException
    {
        CallFailure.Complete(Record, exception);

        return exception;
    }

    private void Restore()
    {
        Message.Content = _content;
        if (_addedClientRequestId)
        {
            ClientRequestId.RemoveFrom(Message);
        }
    }

    private async Task<FailedAttempt> ReadErrorReplyAsync(
        HttpResponseMessage reply, FailedAttempt failure, CancellationToken cancellationToken)
    {
        var error = await ErrorDecoder
            .DecodeAsync(
                reply, Record.ErrorContext ?? new ErrorContext(Options.TimeProvider), cancellationToken)
            .ConfigureAwait(false);
        Record.KeepErrorReply(reply, error);

        return failure with
        {
            ErrorReply = error,
            ShouldRetry = ReplyHeaders.First(reply.Headers, "x-should-retry") is { } word
                && bool.TryParse(word, out var should) ? should : null,
            WasSent = true,
        };
    }
}

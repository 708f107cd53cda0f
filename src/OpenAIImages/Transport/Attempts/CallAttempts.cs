using OpenAIImages.Calls;
using OpenAIImages.Diagnostics;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;
using Polly;

namespace OpenAIImages.Transport;

/// <summary>One call on its way through its attempts: what was asked, under which options, and how it stands.</summary>
/// <param name="message">The request.</param>
/// <param name="options">The options in force when the call began.</param>
/// <param name="log">Is told of its retries.</param>
/// <param name="random">Returns a number from 0 up to 1, for the jitter of waits.</param>
internal sealed class CallAttempts(
    HttpRequestMessage message, ImageClientOptions options, Log? log, Func<double> random)
{
    // What is left may be less than nothing, and no timer takes that.
    private static readonly TimeSpan MinAttemptTime = TimeSpan.FromMilliseconds(1);

    private static readonly ResiliencePropertyKey<CallAttempts> Key = new("OpenAIImages.Call");

    private readonly HttpContent? _content = message.Content;

    private TurnWaitTime? _turns;

    private SendTrackingContent? _attemptContent;
    private TimeSpan _timeGiven;
    private string? _lastFault;
    private bool _hasRenewedToken;
    private bool _isNamed;
    private int _isUnderWay;

    public HttpRequestMessage Message { get; } = message;

    /// <summary>Gets what is known of the whole call, over all that was sent for it.</summary>
    public CallRecord Record { get; } = CallRecord.GetOrBegin(message);

    public ImageClientOptions Options { get; } = options;

    /// <summary>Gets when the call began, as a timestamp of the options' clock.</summary>
    public long StartedAt { get; } = options.TimeProvider.GetTimestamp();

    public Log? Log { get; } = log;

    public Func<double> Random { get; } = random;

    /// <summary>Gets whether the last attempt got as far as sending; one without content may have.</summary>
    public bool WasSent => _attemptContent?.HasBegunSending ?? _content is null;

    /// <summary>Gets how the last attempt failed, once it has.</summary>
    public FailedAttempt? Failure { get; private set; }

    /// <summary>Gets what follows from that.</summary>
    public RetryVerdict Verdict { get; private set; }

    /// <summary>Gets whether an attempt is being made.</summary>
    public bool IsUnderWay => Volatile.Read(ref _isUnderWay) != 0;

    /// <summary>Gets or sets how the last attempt failed, once it is decided to repeat it.</summary>
    public string? LastFault { get; set; }

    /// <summary>Gets or sets whether the retry table has allowed one more attempt.</summary>
    public bool IsAllowedAgain { get; set; }

    /// <summary>Gets or sets the wait before the next attempt, once it is decided that there is one.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>Gets how long the whole call may take: what its request says, or else the options.</summary>
    public TimeSpan TotalTimeout => Record.Settings.Timeout ?? Options.TotalTimeout;

    /// <summary>Gets the time that the call has spent waiting for its turns.</summary>
    public TurnWaitTime Turns
        => Volatile.Read(ref _turns)
            ?? Interlocked.CompareExchange(ref _turns, new TurnWaitTime(Options.TimeProvider), null)
            ?? _turns!;

    /// <summary>Returns how much is left of the time for the whole call, to which waiting for a turn does not
    /// count.</summary>
    public TimeSpan TimeLeft()
        => TotalTimeout + (Volatile.Read(ref _turns)?.Total ?? TimeSpan.Zero)
            - Options.TimeProvider.GetElapsedTime(StartedAt);

    /// <summary>Returns how long the next attempt may take.</summary>
    public TimeSpan TimeForAttempt()
    {
        var left = TimeLeft();

        return _timeGiven = left >= Options.AttemptTimeout ? Options.AttemptTimeout
            : left > MinAttemptTime ? left
            : MinAttemptTime;
    }

    /// <summary>Tells which of the options it was that a call ran out of.</summary>
    /// <param name="time">What it was given; not ours when a pipeline of the user's has time limits.</param>
    public TimeSpan LimitBehind(TimeSpan time)
        => time == _timeGiven && time < Options.AttemptTimeout ? TotalTimeout : time;

    public static CallAttempts From(ResilienceContext context)
        => context.Properties.GetValue(Key, null!)
            ?? throw new InvalidOperationException(
                $"This pipeline is for calls of {nameof(OpenAIImageClient)}. Give it to " +
                $"{nameof(ImageClientOptions)}.{nameof(ImageResilienceExtensions.UsePipeline)}.");

    public void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Tells telemetry of an attempt that repeats another by a pipeline of the user's own; our retries do so
    /// themselves.</summary>
    public void ReportForeignRetry()
    {
        if (_lastFault is { } fault && !IsAllowedAgain)
        {
            CallTelemetry.From(Message)?.AddRetry(fault, TimeSpan.Zero);
        }
    }

    /// <summary>Begins an attempt, unless one is under way.</summary>
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
            // Content that was sent or read before may be sent from its buffer, and would not notice.
            _attemptContent = _content is SendTrackingContent { HasBegunSending: false } fresh
                ? fresh
                : new SendTrackingWrapper(_content);
            Message.Content = _attemptContent;
        }

        Record.BeginAttempt(_attemptContent);
        (Record.ClientRequestId, _isNamed) = ClientRequestId.PutOn(Message, Options);

        return true;
    }

    /// <summary>Ends an attempt that was answered with what was asked for.</summary>
    public void EndAttempt()
    {
        Restore();
        Record.Answer();
        Volatile.Write(ref _isUnderWay, 0);
    }

    /// <summary>Ends an attempt that failed, and judges it. Its reply is read for that, if there is one, and can be
    /// read again afterwards.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>What came of it; a cancellation when the reading was abandoned.</returns>
    public async ValueTask<Outcome<HttpResponseMessage>> FailAttemptAsync(
        Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken)
    {
        Restore();
        if (Options.OwnPipeline is not null)
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
                failure = await ReadAsync(reply, failure, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                // The status alone has to do.
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

    /// <summary>Completes an exception by what is known of the call.</summary>
    public T Complete<T>(T exception)
        where T : ImageClientException
    {
        CallFailure.Complete(Record, exception);

        return exception;
    }

    private void Restore()
    {
        Message.Content = _content;
        if (_isNamed)
        {
            ClientRequestId.TakeOff(Message);
        }
    }

    private async Task<FailedAttempt> ReadAsync(
        HttpResponseMessage reply, FailedAttempt failure, CancellationToken cancellationToken)
    {
        var refusal = await ErrorDecoder
            .DecodeAsync(
                reply, Record.ErrorContext ?? new ErrorContext(Options.TimeProvider), cancellationToken)
            .ConfigureAwait(false);
        Record.KeepErrorReply(reply, refusal);

        return failure with
        {
            ErrorReply = refusal,
            ServiceSays = ReplyHeaders.First(reply.Headers, "x-should-retry") is { } word
                && bool.TryParse(word, out var should) ? should : null,
            WasSent = true,
        };
    }
}

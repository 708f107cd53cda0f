using System.Net;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using Polly;

namespace OpenAIImages.Transport;

/// <summary>One call on its way through its attempts: what was asked, under which options, and how it stands.</summary>
/// <param name="message">The request.</param>
/// <param name="options">The options in force when the call began.</param>
/// <param name="log">Is told of its retries.</param>
/// <param name="random">Returns a number from 0 up to 1, for the jitter of waits.</param>
internal sealed class Call(
    HttpRequestMessage message, ImageClientOptions options, Log? log, Func<double> random)
{
    // What is left may be less than nothing, and no timer takes that.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private static readonly ResiliencePropertyKey<Call> Key = new("OpenAIImages.Call");

    private readonly HttpContent? _content = message.Content;

    private RequestContent? _attempt;
    private Attempt? _report;
    private TimeSpan _timeGiven;
    private string? _lastFault;
    private int _isUnderWay;

    public HttpRequestMessage Message { get; } = message;

    public ImageClientOptions Options { get; } = options;

    /// <summary>Gets when the call began, as a timestamp of the options' clock.</summary>
    public long StartedAt { get; } = options.TimeProvider.GetTimestamp();

    public Log? Log { get; } = log;

    public Func<double> Random { get; } = random;

    /// <summary>Gets whether the last attempt got as far as sending; one without content may have.</summary>
    public bool WasSent => _attempt?.IsAskedFor ?? _content is null;

    /// <summary>Gets whether any attempt ended without word of what became of it.</summary>
    public bool IsOutcomeUnknown => Message.IsOutcomeUnknown();

    /// <summary>Gets or sets how the last attempt failed, once it is decided to repeat it.</summary>
    public string? LastFault { get; set; }

    /// <summary>Gets or sets whether the retry table has allowed one more attempt.</summary>
    public bool IsAllowedAgain { get; set; }

    /// <summary>Gets or sets the wait before the next attempt, once it is decided that there is one.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>Gets how long the whole call may take: what its request says, or else the options.</summary>
    public TimeSpan TotalTimeout => (Message as CallMessage)?.Settings.Timeout ?? Options.TotalTimeout;

    /// <summary>Returns how much is left of the time for the whole call.</summary>
    public TimeSpan TimeLeft() => TotalTimeout - Options.TimeProvider.GetElapsedTime(StartedAt);

    /// <summary>Returns how long the call may still wait; no time when there is none left.</summary>
    public TimeSpan TimeToWait()
    {
        var left = TimeLeft();

        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Returns how long the next attempt may take.</summary>
    public TimeSpan TimeForAttempt()
    {
        var left = TimeLeft();

        return _timeGiven = left >= Options.AttemptTimeout ? Options.AttemptTimeout : left > Shortest ? left : Shortest;
    }

    /// <summary>Tells which of the options it was that a call ran out of.</summary>
    /// <param name="time">What it was given; not ours when a pipeline of the user's has time limits.</param>
    public TimeSpan LimitBehind(TimeSpan time)
        => time == _timeGiven && time < Options.AttemptTimeout ? TotalTimeout : time;

    public static Call Of(ResilienceContext context)
        => context.Properties.GetValue(Key, null!)
            ?? throw new InvalidOperationException(
                $"This pipeline is for calls of {nameof(OpenAIImageClient)}. Give it to " +
                $"{nameof(ImageClientOptions)}.{nameof(ImageResilienceExtensions.UsePipeline)}.");

    public void Enter(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Tells telemetry of an attempt that repeats another by a pipeline of the user's own; our retries do so
    /// themselves.</summary>
    public void ReportForeignRetry()
    {
        if (_lastFault is { } fault && !IsAllowedAgain)
        {
            CallTelemetry.Of(Message)?.Repeat(fault, TimeSpan.Zero);
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

        _report = null;
        IsAllowedAgain = false;
        if (_content is not null)
        {
            // Content that was sent or read before may be sent from its buffer, and would not notice.
            _attempt = _content is RequestContent { IsAskedFor: false } fresh ? fresh : new WatchedContent(_content);
            Message.Content = _attempt;
        }

        return true;
    }

    /// <summary>Ends an attempt.</summary>
    /// <param name="outcome">What came of it.</param>
    public void EndAttempt(Outcome<HttpResponseMessage> outcome)
    {
        var isAnswered = outcome.Result is not (null or { StatusCode: HttpStatusCode.GatewayTimeout });
        Message.Content = _content;
        if (Options.OwnPipeline is not null)
        {
            _lastFault = RetryReason.Of(outcome, WasSent);
        }

        if (!isAnswered && WasSent && Message.CostsMoney())
        {
            Message.MarkOutcomeUnknown();
        }

        Volatile.Write(ref _isUnderWay, 0);
    }

    /// <summary>Reports how the last attempt failed. A reply can be read again afterwards.</summary>
    /// <param name="reply">The reply, if there was one; it is disposed of when the reading is abandoned.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    public async ValueTask<Attempt> ReportAsync(HttpResponseMessage? reply, CancellationToken cancellationToken)
        => _report ??= reply is null
            ? new Attempt { WasSent = WasSent, CostsMoney = Message.CostsMoney() }
            : await ReadAsync(reply, cancellationToken).ConfigureAwait(false);

    private async Task<Attempt> ReadAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        try
        {
            var context = new ErrorContext(Options.TimeProvider);

            return new Attempt
            {
                Refusal = await ErrorDecoder.DecodeAsync(reply, context, cancellationToken).ConfigureAwait(false),
                ServiceSays = ReplyHeaders.First(reply.Headers, "x-should-retry") is { } word
                    && bool.TryParse(word, out var should) ? should : null,
                WasSent = true,
                CostsMoney = Message.CostsMoney(),
            };
        }
        catch (OperationCanceledException)
        {
            reply.Dispose();

            throw;
        }
    }
}

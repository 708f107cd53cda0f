using Polly;

namespace OpenAIImages.Transport;

/// <summary>One call on its way through its attempts: what was asked, under which options, and how it stands.</summary>
internal sealed class Call(HttpRequestMessage message, ImageClientOptions options, long startedAt)
{
    // Of no time at all, the pipeline makes no limit.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private static readonly ResiliencePropertyKey<Call> Key = new("OpenAIImages.Call");

    private readonly HttpContent? _content = message.Content;

    private RequestContent? _attempt;

    public HttpRequestMessage Message { get; } = message;

    public ImageClientOptions Options { get; } = options;

    /// <summary>Gets when the call began, as a timestamp of the options' clock.</summary>
    public long StartedAt { get; } = startedAt;

    /// <summary>Gets whether the last attempt got as far as sending; one without content may have.</summary>
    public bool WasSent => _attempt?.IsAskedFor ?? _content is null;

    /// <summary>Gets whether any attempt ended without word of what became of it.</summary>
    public bool IsOutcomeUnknown => Message.IsOutcomeUnknown();

    /// <summary>Gets or sets the wait before the next attempt, once it is decided that there is one.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>Returns how much is left of the time for the whole call.</summary>
    public TimeSpan TimeLeft() => Options.TotalTimeout - Options.TimeProvider.GetElapsedTime(StartedAt);

    /// <summary>Returns how long the next attempt may take.</summary>
    public TimeSpan TimeForAttempt()
    {
        var left = TimeLeft();

        return left >= Options.AttemptTimeout ? Options.AttemptTimeout : left > Shortest ? left : Shortest;
    }

    /// <summary>Tells which of the options it was that an attempt ran out of.</summary>
    /// <param name="time">What the attempt was given.</param>
    public TimeSpan LimitBehind(TimeSpan time)
        => time < Options.AttemptTimeout ? Options.TotalTimeout : Options.AttemptTimeout;

    public static Call Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void Enter(ResilienceContext context) => context.Properties.Set(Key, this);

    public void BeginAttempt()
    {
        if (_content is not null)
        {
            // Content that was sent or read before may be sent from its buffer, and would not notice.
            _attempt = _content is RequestContent { IsAskedFor: false } fresh ? fresh : new WatchedContent(_content);
            Message.Content = _attempt;
        }
    }

    public void EndAttempt(bool isAnswered)
    {
        Message.Content = _content;
        if (!isAnswered && WasSent && Message.CostsMoney())
        {
            Message.MarkOutcomeUnknown();
        }
    }
}

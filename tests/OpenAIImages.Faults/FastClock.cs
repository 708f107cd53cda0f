namespace OpenAIImages.Faults;

/// <summary>A clock on which a second passes ten times as fast, so that waits are real and short.</summary>
internal sealed class FastClock : TimeProvider
{
    private const int Speed = 10;

    private readonly DateTimeOffset _start = System.GetUtcNow();

    public static FastClock Instance { get; } = new();

    public override long TimestampFrequency => System.TimestampFrequency / Speed;

    /// <summary>Returns the real time that a time of this clock takes.</summary>
    public static TimeSpan Fast(TimeSpan time) => time / Speed;

    /// <summary>Returns the time of this clock that a real time takes.</summary>
    public static TimeSpan Slow(TimeSpan time) => time * Speed;

    public override long GetTimestamp() => System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + Slow(System.GetUtcNow() - _start);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => new FastTimer(System.CreateTimer(callback, state, Limit(dueTime), Limit(period)));

    private static TimeSpan Limit(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : Fast(time);

    private sealed class FastTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Limit(dueTime), Limit(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

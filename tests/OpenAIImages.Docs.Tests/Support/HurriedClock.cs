namespace Docs.Support;

/// <summary>A clock whose waits of minutes are a thousand times shorter, so that nobody waits for the next look at a
/// batch. Time limits are as long as ever.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromMinutes(10);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => base.CreateTimer(
            callback, state, dueTime > TimeSpan.Zero && dueTime < ShortestLimit ? dueTime / 1_000 : dueTime, period);
}

namespace Docs.Support;

/// <summary>A clock whose waits of less than ten minutes are a thousand times shorter.</summary>
/// <remarks>The tests then hardly wait for the next poll of a batch. Time limits keep their length.</remarks>
internal sealed class HurriedClock : TimeProvider
{
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromMinutes(10);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => base.CreateTimer(
            callback, state, dueTime > TimeSpan.Zero && dueTime < ShortestLimit ? dueTime / 1_000 : dueTime, period);
}

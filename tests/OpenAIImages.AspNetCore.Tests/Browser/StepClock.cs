using System.Threading.Channels;

namespace OpenAIImages.AspNetCore.Tests.Browser;

/// <summary>A clock on which waits of one length end one by one, when the test ends them.</summary>
internal sealed class StepClock : TimeProvider
{
    private readonly Channel<Action> _waits = Channel.CreateUnbounded<Action>();

    /// <summary>Gets the length of a wait that is a step.</summary>
    public static TimeSpan Step { get; } = TimeSpan.FromMinutes(17);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Step)
        {
            _waits.Writer.TryWrite(() => callback(state));
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>Ends the oldest wait, or the next that begins.</summary>
    public async Task NextAsync(CancellationToken cancellationToken)
        => (await _waits.Reader.ReadAsync(cancellationToken))();
}

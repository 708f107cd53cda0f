using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace OpenAIImages.Tests.Support;

/// <summary>A clock that moves only to jump to the end of a wait, such as the wait between two attempts.</summary>
/// <param name="start">The first time of the clock; noon of 2026-11-01 by default.</param>
/// <param name="longestWait">The longest wait that the clock jumps over; 90 seconds by default. Longer timers, timers
/// that cancel and timers that repeat do not count as waits.</param>
internal sealed class WaitingClock(DateTimeOffset? start = null, TimeSpan? longestWait = null)
    : FakeTimeProvider(start ?? new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly TimeSpan _longestWait = longestWait ?? TimeSpan.FromSeconds(90);
    private readonly Channel<TimeSpan> _begun = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The waits so far, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero
            && dueTime <= _longestWait
            && period == Timeout.InfiniteTimeSpan
            && state is not CancellationTokenSource)
        {
            _begun.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Awaits a call and jumps over its waits.</summary>
    public async Task<T> RunAsync<T>(Task<T> call)
    {
        await RunAsync((Task)call);

        return await call;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public async Task RunAsync(Task call)
    {
        while (await Task.WhenAny(call, _begun.Reader.WaitToReadAsync().AsTask()) != call)
        {
            if (_begun.Reader.TryRead(out var wait))
            {
                Waits.Add(wait);
                Advance(wait);
            }
        }

        await call;
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace OpenAIImages.Tests.Support;

/// <summary>A clock that does not move, except that it jumps to the end of each wait between two attempts.</summary>
internal sealed class WaitingClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero))
{
    // Longer timers and timers that cancel are time limits, and not waits.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);

    private readonly Channel<TimeSpan> _begun = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The waits so far, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestWait && state is not CancellationTokenSource)
        {
            _begun.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Awaits a call and jumps over its waits.</summary>
    public async Task<T> RunAsync<T>(Task<T> call)
    {
        while (await Task.WhenAny(call, _begun.Reader.WaitToReadAsync().AsTask()) != call)
        {
            if (_begun.Reader.TryRead(out var wait))
            {
                Waits.Add(wait);
                Advance(wait);
            }
        }

        return await call;
    }
}

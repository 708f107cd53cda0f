using System.Runtime.CompilerServices;
using OpenAIImages.Bytes;

namespace OpenAIImages.Transport;

/// <summary>The body of a reply. A read fails when no byte arrives for too long.</summary>
/// <remarks>
/// <para>Only one reader at a time reads the stream, asynchronously. After a fault or a cancellation, no further read
/// is possible.</para>
/// <para><b>Costs</b> one timer for the whole body, when a read has to wait. The stream does not set the timer again
/// for each of the hundreds of reads of a large image. When the timer fires, it checks how long the current read has
/// waited.</para>
/// <para><b>Fails</b> with <see cref="ImageTransportException"/> when the body stalls or the connection is lost.</para>
/// </remarks>
internal sealed class StallGuardStream : AsyncReadStream
{
    private const long NoRead = long.MinValue;

    private readonly Stream _body;

    private readonly TimeSpan _nextByteTimeout;

    private readonly CancellationTokenSource _abort = new();

    private readonly TimeProvider _timeProvider;

    // The time limit of the current read. The first byte may take as long as the service works.
    private TimeSpan _timeout;

    private ITimer? _timer;

    // The timestamp at which the current read began to wait.
    private long _waitingSince = NoRead;

    private volatile bool _isStalled;

    /// <summary>Guards a body.</summary>
    /// <param name="body">The body, which is disposed of with this stream.</param>
    /// <param name="firstByteTimeout">The time limit for the first byte.</param>
    /// <param name="nextByteTimeout">The time limit for each further byte.</param>
    /// <param name="timeProvider">The clock.</param>
    public StallGuardStream(Stream body, TimeSpan firstByteTimeout, TimeSpan nextByteTimeout, TimeProvider timeProvider)
    {
        _body = body;
        _timeout = firstByteTimeout;
        _nextByteTimeout = nextByteTimeout;
        _timeProvider = timeProvider;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new(Task.FromCanceled<int>(cancellationToken));
        }

        ValueTask<int> reading;
        try
        {
            reading = _body.ReadAsync(buffer, _abort.Token);
        }
        catch (Exception e) when (Explain(e, cancellationToken) is { } explained)
        {
            // The platform throws at once for a broken chunk that came with the bytes before it.
            throw explained;
        }

        if (!reading.IsCompletedSuccessfully)
        {
            return WaitAsync(reading, cancellationToken);
        }

        SwitchToNextByteTimeout();

        return reading;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _timer?.Dispose();
            _body.Dispose();
            _abort.Dispose();
        }

        base.Dispose(disposing);
    }

    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAsync(ValueTask<int> reading, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(
            static state => ((CancellationTokenSource)state!).Cancel(), _abort);
        Volatile.Write(ref _waitingSince, _timeProvider.GetTimestamp());
        if (_timer is null)
        {
            SetTimer();
        }

        try
        {
            var read = await reading.ConfigureAwait(false);
            SwitchToNextByteTimeout();

            return read;
        }
        catch (Exception e) when (Explain(e, cancellationToken) is { } explained)
        {
            throw explained;
        }
        finally
        {
            Volatile.Write(ref _waitingSince, NoRead);
        }
    }

    private void SwitchToNextByteTimeout()
    {
        if (_timeout != _nextByteTimeout)
        {
            _timeout = _nextByteTimeout;
            _timer?.Change(_timeout, Timeout.InfiniteTimeSpan);
        }
    }

    private Exception? Explain(Exception e, CancellationToken cancellationToken)
        => cancellationToken.IsCancellationRequested ? PlatformCause.Cancelled(e, cancellationToken)
            : _isStalled ? ImageTransportException.Stalled(_timeout)
            : TransportFault.IsNetworkFault(e) ? ImageTransportException.BodyLost(e)
            : null;

    // The timer starts only after it is in its field, since its callback may set it again.
    private void SetTimer()
    {
        _timer = _timeProvider.CreateTimer(
            static state => ((StallGuardStream)state!).CheckForStall(), this,
            dueTime: Timeout.InfiniteTimeSpan, period: Timeout.InfiniteTimeSpan);
        _timer.Change(_timeout, Timeout.InfiniteTimeSpan);
    }

    private void CheckForStall()
    {
        var since = Volatile.Read(ref _waitingSince);
        var waited = since == NoRead ? TimeSpan.Zero : _timeProvider.GetElapsedTime(since);
        if (waited < _timeout)
        {
            _timer!.Change(_timeout - waited, Timeout.InfiniteTimeSpan);
            return;
        }

        _isStalled = true;
        TimeLimit.CancelUnlessDisposed(_abort);
    }
}

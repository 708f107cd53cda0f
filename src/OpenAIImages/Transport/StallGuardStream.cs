using System.Runtime.CompilerServices;
using OpenAIImages.Bytes;

namespace OpenAIImages.Transport;

/// <summary>The body of a reply, which gives up when no byte arrives for too long.</summary>
/// <remarks>
/// <para>Reads only, asynchronously, and for one reader at a time. After a fault or a cancellation it is of no more
/// use.</para>
/// <para><b>Costs</b> one timer for the whole body once a read has to wait, and nothing before. It is not set anew for
/// each read, of which a large picture takes hundreds: when it is due, it looks how long the current one has waited.
/// </para>
/// <para><b>Fails</b> with <see cref="ImageTransportException"/> when the body stalls or the connection is lost.</para>
/// </remarks>
internal sealed class StallGuardStream : AsyncReadStream
{
    private const long Nobody = long.MinValue;

    private readonly Stream _body;

    private readonly TimeSpan _silence;

    private readonly CancellationTokenSource _abort = new();

    private readonly TimeProvider _timeProvider;

    // How long to wait now. The first byte may take as long as the service works.
    private TimeSpan _limit;

    private ITimer? _timer;

    // When the read began that waits now, as a timestamp.
    private long _waitingSince = Nobody;

    private volatile bool _hasStalled;

    /// <summary>Guards a body.</summary>
    /// <param name="body">The body; disposed with this.</param>
    /// <param name="limit">How long the first byte may take.</param>
    /// <param name="silence">How long each further one may take.</param>
    /// <param name="timeProvider">The clock.</param>
    public StallGuardStream(Stream body, TimeSpan limit, TimeSpan silence, TimeProvider timeProvider)
    {
        _body = body;
        _limit = limit;
        _silence = silence;
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
            // Broken chunks are thrown at once, where they were received with the bytes before them.
            throw explained;
        }

        if (!reading.IsCompletedSuccessfully)
        {
            return WaitAsync(reading, cancellationToken);
        }

        Begin();

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
            Begin();

            return read;
        }
        catch (Exception e) when (Explain(e, cancellationToken) is { } explained)
        {
            throw explained;
        }
        finally
        {
            Volatile.Write(ref _waitingSince, Nobody);
        }
    }

    private void Begin()
    {
        if (_limit != _silence)
        {
            _limit = _silence;
            _timer?.Change(_limit, Timeout.InfiniteTimeSpan);
        }
    }

    private Exception? Explain(Exception e, CancellationToken cancellationToken)
        => cancellationToken.IsCancellationRequested ? PlatformCause.Cancelled(e, cancellationToken)
            : _hasStalled ? ImageTransportException.Stalled(_limit)
            : TransportFault.IsNetworkFault(e) ? ImageTransportException.BodyLost(e)
            : null;

    // Started only when it is known here, since its callback sets it again.
    private void SetTimer()
    {
        _timer = _timeProvider.CreateTimer(
            static state => ((StallGuardStream)state!).Look(), this,
            dueTime: Timeout.InfiniteTimeSpan, period: Timeout.InfiniteTimeSpan);
        _timer.Change(_limit, Timeout.InfiniteTimeSpan);
    }

    private void Look()
    {
        var since = Volatile.Read(ref _waitingSince);
        var waited = since == Nobody ? TimeSpan.Zero : _timeProvider.GetElapsedTime(since);
        if (waited < _limit)
        {
            _timer!.Change(_limit - waited, Timeout.InfiniteTimeSpan);
            return;
        }

        _hasStalled = true;
        TimeLimit.CancelUnlessDisposed(_abort);
    }
}

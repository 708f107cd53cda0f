namespace OpenAIImages.Limiting;

/// <summary>The images of the last minute. Not safe for concurrent use.</summary>
internal sealed class MinuteWindow
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Queue<ImageLease> _leases = new();
    private TimeSpan _lastUntil;

    /// <summary>Gets how many images count now.</summary>
    public int Images { get; private set; }

    /// <summary>Forgets what was more than a minute ago.</summary>
    public void Expire(TimeSpan now)
    {
        while (_leases.Count > 0 && _leases.Peek().Until <= now)
        {
            Images -= _leases.Dequeue().TakeImages();
        }
    }

    /// <summary>Returns when there is room for a turn.</summary>
    // More images than a minute allows have the window to themselves.
    public TimeSpan RoomFor(PermitRequest turn, TimeSpan now)
    {
        var (left, room) = (Images, now);
        foreach (var lease in _leases)
        {
            if (left == 0 || left <= turn.Limit - turn.Images)
            {
                break;
            }

            left -= lease.Images;
            room = lease.Until;
        }

        return room;
    }

    /// <summary>Counts a turn, for as many minutes as its images fill.</summary>
    public ImageLease Add(SharedPacer pace, PermitRequest turn, TimeSpan now)
    {
        var minutes = ((turn.Images - 1) / turn.Limit) + 1;
        var until = now + TimeSpan.FromTicks(Minute.Ticks * minutes);

        // In order, so that the first is always the next to go.
        _lastUntil = until > _lastUntil ? until : _lastUntil;
        var lease = ImageLease.Granted(pace, turn.Images, _lastUntil);
        _leases.Enqueue(lease);
        Images += turn.Images;

        return lease;
    }

    public void GiveBack(ImageLease lease) => Images -= lease.TakeImages();
}

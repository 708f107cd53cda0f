namespace OpenAIImages.Limiting;

/// <summary>Counts the images of the last minute. The class is not safe for concurrent use.</summary>
internal sealed class MinuteWindow
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Queue<ImageLease> _leases = new();
    private TimeSpan _lastUntil;

    /// <summary>Gets the number of images that count now.</summary>
    public int Images { get; private set; }

    /// <summary>Removes images from the count when their minute is over.</summary>
    public void Expire(TimeSpan now)
    {
        while (_leases.Count > 0 && _leases.Peek().Until <= now)
        {
            Images -= _leases.Dequeue().TakeImages();
        }
    }

    /// <summary>Returns the time at which there is room for a request. A request larger than the limit waits until the
    /// window is empty.</summary>
    public TimeSpan FindRoom(PermitRequest request, TimeSpan now)
    {
        var (left, room) = (Images, now);
        foreach (var lease in _leases)
        {
            if (left == 0 || left <= request.Limit - request.Images)
            {
                break;
            }

            left -= lease.Images;
            room = lease.Until;
        }

        return room;
    }

    /// <summary>Counts a request, for as many minutes as its images fill.</summary>
    public ImageLease Add(SharedPacer pacer, PermitRequest request, TimeSpan now)
    {
        var minutes = ((request.Images - 1) / request.Limit) + 1;
        var until = now + TimeSpan.FromTicks(Minute.Ticks * minutes);

        // No lease ends before an earlier lease, so the first lease in the queue expires next.
        _lastUntil = until > _lastUntil ? until : _lastUntil;
        var lease = ImageLease.Granted(pacer, request.Images, _lastUntil);
        _leases.Enqueue(lease);
        Images += request.Images;

        return lease;
    }

    /// <summary>Removes the images of a lease from the count.</summary>
    public void GiveBack(ImageLease lease) => Images -= lease.TakeImages();
}

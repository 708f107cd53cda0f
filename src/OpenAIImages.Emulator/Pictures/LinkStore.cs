using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>Keeps the pictures behind links, up to an age, a number of pictures and a number of bytes.</summary>
internal sealed class LinkStore : IDisposable
{
    // A reply has at most ten pictures. The store keeps the pictures of the last reply at any size.
    private const int AlwaysKept = 10;
    private const long MostBytes = 256 * 1_024 * 1_024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly int _most;
    private readonly ITimer _sweeper;
    private readonly object _lock = new();
    private readonly Dictionary<string, LinkedPicture> _pictures = new(StringComparer.Ordinal);
    private readonly Queue<LinkedPicture> _byAge = new();
    private long _bytes;

    public LinkStore(TimeProvider time, int most)
    {
        _time = time;
        _most = most;
        _sweeper = time.CreateTimer(_ => ForgetOld(), state: null, Sweep, Sweep);
    }

    /// <summary>Gets the number of pictures in the store, including expired ones.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _pictures.Count;
            }
        }
    }

    public LinkedPicture Add(Picture picture)
    {
        var now = _time.GetUtcNow();
        var linked = new LinkedPicture(picture, now, now + Lifetime);
        lock (_lock)
        {
            _pictures.Add(linked.FileName, linked);
            _byAge.Enqueue(linked);
            _bytes += picture.Bytes.Length;
            while (_byAge.Count > _most || (_byAge.Count > AlwaysKept && _bytes > MostBytes))
            {
                ForgetOldest();
            }
        }

        return linked;
    }

    public LinkedPicture? Find(string fileName)
    {
        lock (_lock)
        {
            return _pictures.GetValueOrDefault(fileName);
        }
    }

    public bool HasExpired(LinkedPicture linked) => _time.GetUtcNow() >= linked.Expires;

    public void Dispose() => _sweeper.Dispose();

    // The store keeps an expired picture for a second hour, so that a late request gets "expired" and not "not found".
    private void ForgetOld()
    {
        var moment = _time.GetUtcNow() - Lifetime;
        lock (_lock)
        {
            while (_byAge.TryPeek(out var oldest) && oldest.Expires <= moment)
            {
                ForgetOldest();
            }
        }
    }

    private void ForgetOldest()
    {
        var oldest = _byAge.Dequeue();
        _pictures.Remove(oldest.FileName);
        _bytes -= oldest.Picture.Bytes.Length;
    }
}

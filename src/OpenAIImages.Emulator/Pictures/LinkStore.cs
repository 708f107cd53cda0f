using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>Keeps pictures that were delivered as links, for an hour.</summary>
internal sealed class LinkStore(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private readonly object _lock = new();
    private readonly Dictionary<string, LinkedPicture> _pictures = new(StringComparer.Ordinal);
    private readonly Queue<LinkedPicture> _byAge = new();

    public LinkedPicture Add(Picture picture)
    {
        var now = time.GetUtcNow();
        var linked = new LinkedPicture(picture, now, now + Lifetime);
        lock (_lock)
        {
            ForgetBefore(now - Lifetime);
            _pictures.Add(linked.FileName, linked);
            _byAge.Enqueue(linked);
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

    public bool HasExpired(LinkedPicture linked) => time.GetUtcNow() >= linked.Expires;

    // Expired ones are kept for a second hour, so that a late visitor hears "expired" and not "no such thing".
    private void ForgetBefore(DateTimeOffset moment)
    {
        while (_byAge.TryPeek(out var oldest) && oldest.Expires <= moment)
        {
            _pictures.Remove(_byAge.Dequeue().FileName);
        }
    }
}

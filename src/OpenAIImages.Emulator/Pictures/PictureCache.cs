using Microsoft.Extensions.Caching.Memory;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>An engine that keeps the pictures that another engine painted from prompts, so that it paints an equal
/// request once.</summary>
/// <remarks>An edit, a variation and a preview are made each time: their inputs are large, and seldom the same twice.
/// </remarks>
/// <param name="engine">The engine that paints.</param>
/// <param name="maxBytes">The total length of the kept files. The cache drops the least recently used files first.
/// </param>
internal sealed class PictureCache(IPictureEngine engine, long maxBytes) : IPictureEngine, IDisposable
{
    private readonly MemoryCache _painted = new(new MemoryCacheOptions { SizeLimit = maxBytes });

    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default)
    {
        if (_painted.TryGetValue(request, out Picture? known) && known is not null)
        {
            return known;
        }

        // The user's engine may break its contract and return null; the studio reports that.
        var picture = engine.Paint(request, cancellationToken);
        if (picture is not null)
        {
            _painted.Set(request, picture, new MemoryCacheEntryOptions { Size = picture.Bytes.Length });
        }

        return picture!;
    }

    public Picture Edit(PictureEdit edit, CancellationToken cancellationToken = default)
        => engine.Edit(edit, cancellationToken);

    public Picture Vary(
        ReadOnlyMemory<byte> source, PictureRequest request, CancellationToken cancellationToken = default)
        => engine.Vary(source, request, cancellationToken);

    public Picture Preview(Picture finished, double progress, CancellationToken cancellationToken = default)
        => engine.Preview(finished, progress, cancellationToken);

    public void Dispose() => _painted.Dispose();
}

using System.Runtime.CompilerServices;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>Has pictures painted, so many at a time.</summary>
internal sealed class PictureStudio(IPictureEngine engine, int maxConcurrent) : IDisposable
{
    private readonly SemaphoreSlim _easels = new(maxConcurrent);

    /// <summary>Paints several pictures of the same words, side by side as far as there is room.</summary>
    /// <returns>The pictures by variant, each as soon as it and those before it are finished.</returns>
    public async IAsyncEnumerable<Picture> PaintAsync(
        PictureRequest request, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var paintings = Enumerable.Range(0, count)
            .Select(variant => PaintOneAsync(request with { Variant = variant }, abandoned.Token))
            .ToArray();
        try
        {
            foreach (var painting in paintings)
            {
                yield return await painting.ConfigureAwait(false);
            }
        }
        finally
        {
            // One failed or nobody waits any more: the others are told, and have stopped before the request ends.
            await abandoned.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(paintings)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _easels.Dispose();

    private async Task<Picture> PaintOneAsync(PictureRequest request, CancellationToken cancellationToken)
    {
        await _easels.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Painting keeps a thread busy for a while; it must not be the one that serves the connection.
            return await Task.Run(() => engine.Paint(request, cancellationToken), cancellationToken)
                .ConfigureAwait(false) ?? throw new InvalidOperationException("The picture engine returned null.");
        }
        finally
        {
            _easels.Release();
        }
    }
}

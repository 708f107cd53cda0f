using System.Runtime.CompilerServices;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>Has pictures painted, so many at a time, and of works on large pictures one at a time.</summary>
internal sealed class PictureStudio(IPictureEngine engine, int maxConcurrent) : IDisposable
{
    private readonly SemaphoreSlim _easels = new(maxConcurrent);
    private readonly SemaphoreSlim _wall = new(1);

    /// <summary>Has several pictures made, side by side as far as there is room.</summary>
    /// <param name="make">Makes one of them, of the variant that is given.</param>
    /// <param name="count">How many.</param>
    /// <param name="isLarge">Whether it is made from large pictures.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The pictures by variant, each as soon as it and those before it are finished.</returns>
    public async IAsyncEnumerable<Picture> PaintAsync(
        Func<IPictureEngine, int, CancellationToken, Picture> make,
        int count,
        bool isLarge,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var paintings = Enumerable.Range(0, count)
            .Select(variant => WorkAsync(() => make(engine, variant, abandoned.Token), isLarge, abandoned.Token))
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

    /// <summary>Shows how a picture looked while it was in the making.</summary>
    /// <param name="finished">The finished picture.</param>
    /// <param name="progress">How far it had come, more than 0 and less than 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<Picture> PreviewAsync(Picture finished, double progress, CancellationToken cancellationToken)
        => WorkAsync(
            () => engine.Preview(finished, progress, cancellationToken), isLarge: false, cancellationToken);

    /// <summary>Does other work that fills memory with pixels, when there is room.</summary>
    public Task<T> InspectAsync<T>(Func<T> work, bool isLarge, CancellationToken cancellationToken)
        where T : class
        => WorkAsync(work, isLarge, cancellationToken);

    public void Dispose()
    {
        _easels.Dispose();
        _wall.Dispose();
    }

    private async Task<T> WorkAsync<T>(Func<T> work, bool isLarge, CancellationToken cancellationToken)
        where T : class
    {
        if (!isLarge)
        {
            return await WorkAsync(work, cancellationToken).ConfigureAwait(false);
        }

        // First the wall, then the easel: who waits for the wall keeps no easel from the others.
        await _wall.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await WorkAsync(work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _wall.Release();
        }
    }

    private async Task<T> WorkAsync<T>(Func<T> work, CancellationToken cancellationToken)
        where T : class
    {
        await _easels.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Painting keeps a thread busy for a while; it must not be the one that serves the connection.
            return await Task.Run(work, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The picture engine returned null.");
        }
        finally
        {
            _easels.Release();
        }
    }
}

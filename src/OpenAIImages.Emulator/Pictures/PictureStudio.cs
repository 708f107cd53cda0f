using System.Runtime.CompilerServices;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>Runs the engine for a limited number of jobs at a time, and for one job with large pictures at a time.
/// </summary>
internal sealed class PictureStudio(IPictureEngine engine, int maxConcurrent) : IDisposable
{
    private readonly SemaphoreSlim _easels = new(maxConcurrent);
    private readonly SemaphoreSlim _wall = new(1);

    /// <summary>Makes several pictures, as many at the same time as the limit allows.</summary>
    /// <param name="make">Makes the picture of a given variant.</param>
    /// <param name="count">The number of pictures.</param>
    /// <param name="isLarge">Whether the pictures are made from large pictures.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The pictures by variant. Each comes as soon as it and all pictures before it are finished.</returns>
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
            // A picture failed, or the caller stopped waiting. The other jobs are cancelled, and end before the request
            // ends.
            await abandoned.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(paintings)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Makes a preview that shows a picture before it was finished.</summary>
    /// <param name="finished">The finished picture.</param>
    /// <param name="progress">The share of the work that was done, more than 0 and less than 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<Picture> PreviewAsync(Picture finished, double progress, CancellationToken cancellationToken)
        => WorkAsync(
            () => engine.Preview(finished, progress, cancellationToken), isLarge: false, cancellationToken);

    /// <summary>Runs other work that fills memory with pixels, within the same limits.</summary>
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

        // A large job waits for _wall first: while it waits, it takes no place in _easels from other jobs.
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
            // Painting keeps a thread busy, so it must not run on the thread that serves the connection.
            return await Task.Run(work, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The picture engine returned null.");
        }
        finally
        {
            _easels.Release();
        }
    }
}

using System.Collections.Concurrent;

namespace OpenAIImages;

/// <summary>Passes the signal of a webhook to the calls that wait for a batch.</summary>
/// <remarks>Safe for concurrent use. A signal without a waiting call is not needed: each wait begins with a look at the
/// batch.</remarks>
public sealed class ImageBatchSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _waiting = new(StringComparer.Ordinal);

    /// <summary>Signals that the state of a batch may have changed.</summary>
    /// <param name="batchId">The id of the batch.</param>
    /// <exception cref="ArgumentException"><paramref name="batchId"/> is blank.</exception>
    public void Signal(string batchId)
    {
        if (_waiting.TryRemove(Guard.NotBlank(batchId), out var waiting))
        {
            waiting.TrySetResult(true);
        }
    }

    /// <summary>Signals that an event of a webhook came.</summary>
    /// <param name="happened">The event. An event that names no batch is ignored.</param>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is <see langword="null"/>.</exception>
    public void Signal(ImageWebhookEvent happened)
    {
        if (Guard.NotNull(happened).BatchId is { } id)
        {
            Signal(id);
        }
    }

    /// <summary>Returns a task that ends with the next signal for a batch.</summary>
    internal Task NextAsync(string batchId)
        => _waiting
            .GetOrAdd(
                batchId,
                static _ => new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously))
            .Task;
}

using System.Collections.Concurrent;

namespace OpenAIImages;

/// <summary>Carries the word of a webhook to those who wait for a batch.</summary>
/// <remarks>Safe for concurrent use. A signal that comes before anybody waits is not needed: who begins to wait looks
/// at the batch first.</remarks>
public sealed class ImageBatchSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _waiting = new(StringComparer.Ordinal);

    /// <summary>Says that something happened to a batch.</summary>
    /// <param name="batchId">The id of the batch.</param>
    /// <exception cref="ArgumentException"><paramref name="batchId"/> is blank.</exception>
    public void Signal(string batchId)
    {
        if (_waiting.TryRemove(Guard.NotBlank(batchId), out var waiting))
        {
            waiting.TrySetResult(true);
        }
    }

    /// <summary>Says that an event of a webhook came.</summary>
    /// <param name="happened">The event. One that names no batch is passed over.</param>
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

namespace OpenAIImages;

/// <summary>Remembers the handled deliveries of a webhook, because the service may deliver an event more than once.
/// </summary>
/// <remarks>
/// <see cref="ImageWebhookMemoryStore"/> is for one process. Replicas need a shared store, such as Redis or a table
/// with the id as its key, in which each method is one atomic step. An implementation must be safe for concurrent use.
/// </remarks>
public interface IImageWebhookStore
{
    /// <summary>Claims a delivery for the caller, unless it is already claimed or handled.</summary>
    /// <param name="deliveryId">The id of the delivery, which is the same for each repetition. It comes from outside,
    /// and its signature was verified.</param>
    /// <param name="lease">The time after which the claim of a dead process ends.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>Whether the caller has the claim now, or the reason why not.</returns>
    ValueTask<ImageWebhookClaim> BeginAsync(string deliveryId, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Records that a delivery was handled.</summary>
    /// <param name="deliveryId">The id of the delivery.</param>
    /// <param name="time">The time for which the store remembers the delivery.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>A task that ends when the delivery is recorded.</returns>
    ValueTask KeepAsync(string deliveryId, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Gives a claim back after the handling failed; the service will deliver the event again.</summary>
    /// <param name="deliveryId">The id of the delivery.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>A task that ends when the claim is given back.</returns>
    ValueTask ReleaseAsync(string deliveryId, CancellationToken cancellationToken);
}

namespace OpenAIImages;

/// <summary>Remembers which deliveries of a webhook were handled, since the service may deliver an event more than
/// once.</summary>
/// <remarks>
/// <see cref="ImageWebhookMemoryStore"/> is for one process. Replicas need a store that they share, such as Redis or a
/// table with the id as its key: each member is one atomic step there. Safe for concurrent use.
/// </remarks>
public interface IImageWebhookStore
{
    /// <summary>Claims a delivery for the caller, unless it is claimed or handled already.</summary>
    /// <param name="deliveryId">The id of the delivery, which is the same each time it comes. It comes from outside,
    /// and is signed.</param>
    /// <param name="lease">How long the claim holds when the process that has it dies.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>Whether the caller has it now, and else why not.</returns>
    ValueTask<ImageWebhookClaim> BeginAsync(string deliveryId, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Says that a delivery was handled.</summary>
    /// <param name="deliveryId">The id of the delivery.</param>
    /// <param name="time">How long it is to be remembered.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>When it is remembered.</returns>
    ValueTask KeepAsync(string deliveryId, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Gives a claim back, since the handling failed and the service will deliver again.</summary>
    /// <param name="deliveryId">The id of the delivery.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>When the claim is given back.</returns>
    ValueTask ReleaseAsync(string deliveryId, CancellationToken cancellationToken);
}

using System.Text.Json;

namespace OpenAIImages;

/// <summary>An event at the service, as a webhook reports it.</summary>
/// <remarks>Immutable. Anyone may create one, for example for a fake. It holds few facts on purpose: call <see
/// cref="IImageBatchClient.GetAsync"/> for the batch. Events may come twice, and in any order.</remarks>
public sealed record ImageWebhookEvent
{
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Creates an event.</summary>
    /// <param name="id">The identifier, for example <c>evt_abc123</c>.</param>
    /// <param name="type">The type of the event.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank, or <paramref name="type"/> is not given.
    /// </exception>
    public ImageWebhookEvent(string id, ImageWebhookEventType type)
    {
        Id = Guard.NotBlank(id);
        Type = type != default ? type : throw new ArgumentException("The type is not given.", nameof(type));
    }

    /// <summary>Gets the identifier of the event (<c>id</c>).</summary>
    public string Id { get; }

    /// <summary>Gets the type of the event (<c>type</c>). The service may add types at any time.</summary>
    public ImageWebhookEventType Type { get; }

    /// <summary>Gets the identifier of the delivery (header <c>webhook-id</c>), which is the same when the service
    /// delivers the event again.</summary>
    /// <value>Empty by default, and for a delivery without an identifier.</value>
    public string DeliveryId { get; init; } = "";

    /// <summary>Gets the time of the event, in UTC (<c>created_at</c>), if the service named it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Gets the id of the batch of the event.</summary>
    /// <value><see langword="null"/> for an event of another kind.</value>
    public string? BatchId { get; init; }

    /// <summary>Gets the content of the event (<c>data</c>), as unchanged JSON.</summary>
    /// <value>An undefined value by default.</value>
    public JsonElement Data { get; init; }

    /// <summary>Gets the members of the event that this package has no property for.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }
}

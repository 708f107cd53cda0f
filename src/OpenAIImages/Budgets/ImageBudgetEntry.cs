namespace OpenAIImages;

/// <summary>An attempt that the service may have billed: its price stays reserved until somebody looks it up.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ImageBudgetEntry
{
    internal ImageBudgetEntry(decimal dollars, ImageModel? model, string? clientRequestId, string reason)
    {
        Dollars = dollars;
        Model = model;
        ClientRequestId = clientRequestId;
        Reason = reason;
    }

    /// <summary>Gets what stays reserved, in dollars.</summary>
    public decimal Dollars { get; }

    /// <summary>Gets the model that was asked, if one was named.</summary>
    public ImageModel? Model { get; }

    /// <summary>Gets the identifier that the attempt carried in its header <c>X-Client-Request-Id</c>, if it is known.
    /// The service's support can find a call by it.</summary>
    public string? ClientRequestId { get; }

    /// <summary>Gets why the price is not known, in a sentence.</summary>
    public string Reason { get; }
}

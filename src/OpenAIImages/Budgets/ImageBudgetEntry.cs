namespace OpenAIImages;

/// <summary>An attempt that the service may have billed. Its price stays reserved until <see
/// cref="ImageBudget.Settle"/> ends the reservation.</summary>
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

    /// <summary>Gets the amount that stays reserved, in dollars.</summary>
    public decimal Dollars { get; }

    /// <summary>Gets the model of the request, if the request named it.</summary>
    public ImageModel? Model { get; }

    /// <summary>Gets the identifier in the header <c>X-Client-Request-Id</c> of the attempt, if it is known. The
    /// service's support can find a call by this identifier.</summary>
    public string? ClientRequestId { get; }

    /// <summary>Gets the reason why the price is not known, in a sentence.</summary>
    public string Reason { get; }
}

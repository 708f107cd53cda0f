namespace OpenAIImages;

/// <summary>The outcome of a claim to a delivery of a webhook.</summary>
public enum ImageWebhookClaim
{
    /// <summary>The caller has the claim, and must handle the delivery.</summary>
    Begun,

    /// <summary>Another call handles the delivery at the moment.</summary>
    /// <remarks>The service delivers it again.</remarks>
    UnderWay,

    /// <summary>The delivery was handled before.</summary>
    Done,
}

namespace OpenAIImages;

/// <summary>Whether a delivery of a webhook is to be handled.</summary>
public enum ImageWebhookClaim
{
    /// <summary>The caller has the delivery, and is to handle it.</summary>
    Begun,

    /// <summary>Somebody else handles the delivery at the moment. The service delivers it again.</summary>
    UnderWay,

    /// <summary>The delivery was handled before.</summary>
    Done,
}

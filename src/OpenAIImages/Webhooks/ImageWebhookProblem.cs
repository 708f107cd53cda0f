namespace OpenAIImages;

/// <summary>Why a delivery of a webhook is refused.</summary>
public enum ImageWebhookProblem
{
    /// <summary>One of the headers <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c> is
    /// missing.</summary>
    MissingHeader,

    /// <summary>The header <c>webhook-timestamp</c> is no number of seconds.</summary>
    InvalidTimestamp,

    /// <summary>The delivery was signed too long ago. Somebody may repeat an old one.</summary>
    TooOld,

    /// <summary>The delivery was signed in the future. A clock is wrong.</summary>
    TooNew,

    /// <summary>No signature fits the body and a secret.</summary>
    InvalidSignature,

    /// <summary>The signature is right, and the body is no event.</summary>
    InvalidBody,
}

namespace OpenAIImages;

/// <summary>The reasons for the refusal of a delivery of a webhook.</summary>
public enum ImageWebhookProblem
{
    /// <summary>One of the headers <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c> is
    /// missing.</summary>
    MissingHeader,

    /// <summary>The header <c>webhook-timestamp</c> is not a number of seconds.</summary>
    InvalidTimestamp,

    /// <summary>The delivery was signed too long ago. An attacker may have repeated an old delivery.</summary>
    TooOld,

    /// <summary>The delivery was signed in the future. A clock is wrong.</summary>
    TooNew,

    /// <summary>No signature fits the body with any of the secrets.</summary>
    InvalidSignature,

    /// <summary>The signature is right, but the body is not an event.</summary>
    InvalidBody,
}

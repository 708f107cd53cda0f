namespace OpenAIImages;

/// <summary>The account has no credit left, or has reached its spending limit.</summary>
/// <remarks>
/// For example the codes <c>insufficient_quota</c> (status 429) and <c>billing_hard_limit_reached</c> (status
/// 400). Never repeated: waiting does not help, paying does.
/// </remarks>
public sealed class ImageQuotaException : ImageApiException
{
    internal ImageQuotaException(Facts facts)
        : base(facts)
    {
    }
}

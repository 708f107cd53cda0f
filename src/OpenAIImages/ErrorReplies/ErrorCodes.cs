using System.Net;

namespace OpenAIImages.ErrorReplies;

/// <summary>Finds the kind of an error from its codes, and else from its status.</summary>
/// <remarks>
/// The codes are those of OpenAI, Azure OpenAI and compatible servers. An unknown code has no effect.
/// </remarks>
internal static class ErrorCodes
{
    public const string SafetyViolationsMarker = "safety_violations=[";

    private static readonly string[] QuotaPhrases =
    [
        "insufficient balance", "balance is insufficient", "insufficient credit", "insufficient quota",
        "insufficient funds", "not enough credits", "exceeded your current quota", "余额不足",
    ];

    public static ErrorKind KindOf(ErrorFields fields, HttpStatusCode status)
        => KindByCode(fields, status) ?? status switch
        {
            // A web page comes from a gateway that demands a browser or blocks the caller. Such a gateway has not
            // checked the key.
            HttpStatusCode.Forbidden when fields.IsPage => ErrorKind.Other,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ErrorKind.Authentication,
            HttpStatusCode.PaymentRequired => ErrorKind.Quota,
            (HttpStatusCode)429 => ErrorKind.RateLimit,
            _ => ErrorKind.Other,
        };

    /// <summary>Gets whether the codes mean that the same request can never succeed.</summary>
    public static bool AreFinal(ErrorFields fields, HttpStatusCode status) => KindByCode(fields, status) switch
    {
        ErrorKind.RateLimit => false,
        not null => true,
        null => SaysRequestIsWrong(fields.Code) || SaysRequestIsWrong(fields.Type)
            // This type is too general to overrule a status that invites a retry.
            || (fields.Type == "invalid_request_error" && !IsTransient(status)),
    };

    /// <summary>Gets whether the codes come from the API, which knows the outcome of the request, and not from a
    /// gateway before it. A gateway writes a status as a number.</summary>
    public static bool AreFromApi(ErrorFields fields)
        => fields.IsObject
            && !IsGatewayCode(fields.Type) && !IsGatewayCode(fields.Code)
            && (IsMeaningful(fields.Type) || IsMeaningful(fields.Code));

    private static bool IsGatewayCode(string? word)
        => word is "upstream_error" or "new_api_error" or "one_api_error";

    // LiteLLM writes Python's None if there is no code.
    private static bool IsMeaningful(string? word) => word is not (null or "None") && !word.All(char.IsDigit);

    private static ErrorKind? KindByCode(ErrorFields fields, HttpStatusCode status)
    {
        if (fields.ModerationStage is not null || fields.ModerationCategories.Count > 0
            || fields.ContentFilterResults.Any(result => result.IsFiltered)
            || fields.Message?.Contains(SafetyViolationsMarker) == true)
        {
            return ErrorKind.Moderation;
        }

        return KindOf(fields.Code) ?? KindOf(fields.InnerCode) ?? KindOf(fields.Type)
            ?? KindOfNumber(fields.Code, status)
            ?? (IsMeaningful(fields.Code) || IsMeaningful(fields.InnerCode) ? null : KindOfMessage(fields.Message));
    }

    // Gateways without codes report a spent quota in the message.
    private static ErrorKind? KindOfMessage(string? message)
        => message is not null
            && Array.Exists(QuotaPhrases, words => message.Contains(words, StringComparison.OrdinalIgnoreCase))
                ? ErrorKind.Quota
                : null;

    // Each server has its own numbers. A number and its status together identify the server almost certainly.
    private static ErrorKind? KindOfNumber(string? code, HttpStatusCode status) => (code, (int)status) switch
    {
        ("1301", 400) => ErrorKind.Moderation,
        ("1113", 429) or ("30001", 403) => ErrorKind.Quota,
        _ => null,
    };

    private static ErrorKind? KindOf(string? word) => word switch
    {
        null => null,
        "moderation_blocked" or "content_policy_violation" or "contentFilter" or "content_filter"
            or "ResponsibleAIPolicyViolation" or "ContentPolicyViolationError" or "DataInspectionFailed"
            or "OutputImageSensitiveContentDetected" or "InputImageSensitiveContentDetected"
            or "InputTextSensitiveContentDetected" or "data_inspection_failed" or "sensitive_words_detected"
            or "prompt_blocked" or "content_blocked" or "PROHIBITED_CONTENT" or "IMAGE_SAFETY" => ErrorKind.Moderation,
        _ when word.StartsWith("moderation_", StringComparison.Ordinal) => ErrorKind.Moderation,
        "insufficient_quota" or "insufficient_user_quota" or "pre_consume_token_quota_failed" or "quota_exceeded"
            or "insufficient_balance" or "InsufficientBalance" or "insufficient_funds" or "Arrearage"
            or "AccountOverdueError" or "exceeded_current_quota_error" or "credit_balance_too_low" or "payment_required"
            => ErrorKind.Quota,
        _ when word.StartsWith("billing_", StringComparison.Ordinal) => ErrorKind.Quota,
        "invalid_api_key" or "account_deactivated" or "authentication_error" or "permission_error"
            or "unsupported_country_region_territory" or "request_forbidden" => ErrorKind.Authentication,
        "rate_limit_exceeded" or "rate_limit_error" or "RateLimitReached" => ErrorKind.RateLimit,
        _ => null,
    };

    private static bool SaysRequestIsWrong(string? word) => word switch
    {
        "model_not_found" or "DeploymentNotFound" or "unknown_parameter" or "unsupported_parameter" or "invalid_value"
            or "unsupported_value" or "invalid_type" or "missing_required_parameter" or "unsupported_file_mimetype"
            or "missing_file_mimetype" or "invalid_image_file" or "string_above_max_length"
            or "empty_string" or "empty_array" or "integer_below_min_value" or "integer_above_max_value"
            or "invalid_input_fidelity_model" or "invalid_png_output_compression"
            or "image_generation_user_error" => true,
        _ => word?.StartsWith("invalid_mask", StringComparison.Ordinal) == true,
    };

    private static bool IsTransient(HttpStatusCode status)
        => status is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or (HttpStatusCode)429
            || (int)status >= 500;
}

using System.Globalization;

namespace OpenAIImages.Emulator.Faults;

/// <summary>The ready-made faults with the service's own words.</summary>
internal static class ReadyFaults
{
    public static EmulatorFault Quota { get; } = new()
    {
        Status = 429,
        Type = "insufficient_quota",
        Code = "insufficient_quota",
        Message =
            "You exceeded your current quota, please check your plan and billing details. For more information on " +
            "this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.",
    };

    public static EmulatorFault BillingLimit { get; } = new()
    {
        Status = 400,
        Type = "billing_limit_user_error",
        Code = "billing_hard_limit_reached",
        Message = "Billing hard limit has been reached.",
    };

    public static EmulatorFault Authentication { get; } = new()
    {
        Status = 401,
        Code = "invalid_api_key",
        Message =
            "Incorrect API key provided: ********. You can find your API key at " +
            "https://platform.openai.com/account/api-keys.",
    };

    public static EmulatorFault ServerError { get; } = new()
    {
        Status = 500,
        Type = "server_error",
        Code = "server_error",
        Message = "The server had an error processing your request. Sorry about that!",
    };

    public static EmulatorFault HtmlBadGateway { get; } = new()
    {
        Status = 502,
        ContentType = "text/html",
        Body =
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n" +
            "<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n",
    };

    public static EmulatorFault ErrorWithOk { get; } = ServerError with { Status = 200 };

    public static EmulatorFault RateLimit(TimeSpan? retryAfter) => new()
    {
        Status = 429,
        Type = "requests",
        Code = "rate_limit_exceeded",
        Message = "You've exceeded the rate limit, please slow down and try again" + Advice(retryAfter) + ".",
        Headers = RetryAfter(retryAfter),
    };

    public static EmulatorFault Unavailable(TimeSpan? retryAfter) => new()
    {
        Status = 503,
        Type = "server_error",
        Message = "The engine is currently overloaded, please try again later.",
        Headers = RetryAfter(retryAfter),
    };

    /// <summary>Returns the headers that ask the caller to wait: in whole seconds, rounded up, and in milliseconds.
    /// </summary>
    public static Dictionary<string, string> RetryAfter(TimeSpan? wait)
    {
        if (wait is not { } time)
        {
            return [];
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, "retryAfter");

        return new()
        {
            ["retry-after"] = Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["retry-after-ms"] = Math.Ceiling(time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Advice(TimeSpan? wait) => wait is { } time
        ? string.Create(CultureInfo.InvariantCulture, $" after {time.TotalSeconds:0.###} seconds")
        : "";
}

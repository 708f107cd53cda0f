using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Errors;

/// <summary>The refusals that concern a request as a whole: its address, its key, its body.</summary>
internal static class RequestRefusals
{
    public static ApiError NotJson { get; } = new(
        "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP " +
        "library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you " +
        "have trouble figuring out how to fix this, please contact us through our help center at help.openai.com.)");

    public static ApiError TooManyValues { get; } = new(
        "The JSON body of your request has too many values. Pictures go into it as strings, not as numbers.");

    public static ApiError NotMultipart { get; } = new(
        "We could not parse the multipart form of your request. (HINT: Every part needs a name, and the last one " +
        "must be followed by the closing boundary that the Content-Type header announces.)");

    public static ApiError NoKey { get; } = new(
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer " +
        "auth (i.e. Authorization: Bearer YOUR_KEY). You can obtain an API key from " +
        "https://platform.openai.com/account/api-keys.")
    {
        Status = StatusCodes.Status401Unauthorized,
    };

    public static ApiError NoResource { get; } = new("Resource not found")
    {
        Status = StatusCodes.Status404NotFound,
        Code = "404",
        IsOfGateway = true,
    };

    public static ApiError NoDeployment { get; } = new(
        "The API deployment for this resource does not exist. If you created the deployment within the last 5 " +
        "minutes, please wait a moment and try again.")
    {
        Status = StatusCodes.Status404NotFound,
        Code = "DeploymentNotFound",
        IsOfGateway = true,
    };

    public static ApiError WrongKey(string masked) => new(
        $"Incorrect API key provided: {masked}. You can find your API key at " +
        "https://platform.openai.com/account/api-keys.")
    {
        Status = StatusCodes.Status401Unauthorized,
        Code = "invalid_api_key",
    };

    /// <summary>The reply of an address that does not exist, or no longer exists: a status without a body.</summary>
    public static ApiError NothingThere { get; } = new("Nothing is at this address.")
    {
        Status = StatusCodes.Status404NotFound,
        IsBare = true,
    };

    public static ApiError WrongMethod(string method, string path) => new(
        $"Not allowed to {method} on {path}. (HINT: Perhaps you meant to use a different HTTP method?)")
    {
        Status = StatusCodes.Status405MethodNotAllowed,
        Code = "method_not_supported",
    };

    public static ApiError TooLarge(long most) => new(
        string.Create(
            CultureInfo.InvariantCulture, $"The request body is too large. It must be at most {most} bytes."))
    {
        Status = StatusCodes.Status413PayloadTooLarge,
    };

    public static ApiError WrongContentType(string? given, string expected)
    {
        var shown = Refusals.Shorten(given ?? "");

        return new(
            $"Unsupported content type: '{shown}'. This API method only accepts '{expected}' requests, but you " +
            $"specified the header 'Content-Type: {shown}'. Please try again with a supported content type.")
        {
            Code = "unsupported_content_type",
        };
    }

    public static ApiError Fault(string requestId) => new(
        "The server had an error processing your request. Sorry about that! You can retry your request, or contact " +
        "us through our help center at help.openai.com if you keep seeing this error. (Please include the request " +
        $"ID {requestId} in your email.)")
    {
        Status = StatusCodes.Status500InternalServerError,
        Type = "server_error",
    };

    /// <summary>The refusal of a request that breaks the rules of HTTP.</summary>
    public static ApiError Malformed(int status) => new("The request could not be read.") { Status = status };
}

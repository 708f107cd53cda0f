using OpenAIImages.Faults.Origins;

namespace OpenAIImages.Faults.Faults;

/// <summary>The bodies of failing services and gateways, some with secrets that they should not repeat.</summary>
internal static class Bodies
{
    public const string Html =
        "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1>nginx</body></html>";

    public static string Error(string code, string message, string type = "server_error")
        => $$"""{"error":{"message":"{{message}}","type":"{{type}}","param":null,"code":"{{code}}"} }""";

    /// <summary>Repeats the key, as the real service does, and the prompt, as some servers do.</summary>
    public static string Echo(string key) => Error(
        "invalid_api_key",
        $"Incorrect API key provided: {key}. The prompt was: {Order.SecretWords}.",
        "invalid_request_error");
}

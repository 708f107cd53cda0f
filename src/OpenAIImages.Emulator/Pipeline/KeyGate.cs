using Microsoft.AspNetCore.Http;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Refuses API requests without a valid key.</summary>
internal sealed class KeyGate(ImageEmulatorOptions options)
{
    private const string Scheme = "Bearer ";

    /// <summary>Checks the key of a request.</summary>
    /// <returns>The reason of the refusal, or <see langword="null"/> when the request may pass.</returns>
    public ApiError? Check(HttpContext context)
        => options.RequireKey && ApiRoute.Of(context) is not null ? Fault(context.Request.Headers) : null;

    /// <summary>Reads the key of a request; empty when the request has no key.</summary>
    public static string KeyOf(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization.ToString();
        var key = authorization.Length == 0 ? headers["api-key"].ToString()
            : authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..]
            : "";

        return key.Trim();
    }

    private ApiError? Fault(IHeaderDictionary headers)
        => KeyOf(headers) is not { Length: > 0 } key ? RequestRefusals.NoKey
            : options.ApiKeys is { } accepted && !accepted.Contains(key) ? RequestRefusals.WrongKey(Mask(key))
            : null;


    // The mask is the service's: it shows enough of both ends to recognize a key, and nothing of a short key.
    private static string Mask(string key)
        => key.Length < 16 ? new string('*', key.Length) : $"{key[..3]}{new string('*', key.Length - 7)}{key[^4..]}";
}

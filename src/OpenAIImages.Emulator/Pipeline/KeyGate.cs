using Microsoft.AspNetCore.Http;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Turns away API requests without a valid key.</summary>
internal sealed class KeyGate(ImageEmulatorOptions options)
{
    private const string Scheme = "Bearer ";

    /// <summary>Looks at the key of a request.</summary>
    /// <returns>Why the request is refused, or <see langword="null"/> when it is not.</returns>
    public ApiError? Check(HttpContext context)
        => options.RequireKey && ApiRoute.Of(context) is not null ? Fault(context.Request.Headers) : null;

    /// <summary>Reads the key of a request; empty when it has none.</summary>
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


    // As the service masks: enough of both ends to tell one's keys apart, and nothing at all of a short one.
    private static string Mask(string key)
        => key.Length < 16 ? new string('*', key.Length) : $"{key[..3]}{new string('*', key.Length - 7)}{key[^4..]}";
}

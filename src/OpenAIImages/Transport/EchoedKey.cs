using System.Net.Http.Headers;

namespace OpenAIImages.Transport;

/// <summary>Removes the headers of a reply that repeat the key, before a log of the HTTP factory sees them.</summary>
internal static class EchoedKey
{
    // A header of the user may hold a key, or a short word like "1", which occurs everywhere.
    private const int MinSecretLength = 8;

    /// <summary>Removes each header, and the reason phrase, that holds the value of a user's header.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="own">The headers that the user added.</param>
    public static void RemoveFrom(HttpResponseMessage reply, IDictionary<string, string> own)
    {
        foreach (var header in own)
        {
            RemoveFrom(reply, header.Value);
        }
    }

    /// <summary>Removes each header, and the reason phrase, that holds the key or token.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="secret">The key or token of the request, if there is one.</param>
    public static void RemoveFrom(HttpResponseMessage reply, string? secret)
    {
        if (secret is not { Length: >= MinSecretLength })
        {
            return;
        }

        if (reply.ReasonPhrase?.Contains(secret) is true)
        {
            reply.ReasonPhrase = "";
        }

        RemoveFrom(reply.Headers, secret);
        if (reply.Content is { } content)
        {
            RemoveFrom(content.Headers, secret);
        }
    }

    private static void RemoveFrom(HttpHeaders headers, string secret)
    {
        List<string>? names = null;
        foreach (var header in headers.NonValidated)
        {
            foreach (var value in header.Value)
            {
                if (value.Contains(secret))
                {
                    (names ??= []).Add(header.Key);
                }
            }
        }

        names?.ForEach(name => headers.Remove(name));
    }
}

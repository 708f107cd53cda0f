using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenAIImages.Emulator.Webhooks;

/// <summary>Signs deliveries by the rules of Standard Webhooks: HMAC-SHA-256 over id, time and body.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <summary>Reads the key from a secret: the base64 after <c>whsec_</c>, or else the text itself.</summary>
    /// <returns>The key, or <see langword="null"/> when the secret has no key.</returns>
    public static byte[]? KeyOf(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return secret.Length > 0 ? Encoding.UTF8.GetBytes(secret) : null;
        }

        var key = new byte[secret.Length];

        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length > 0
            ? key[..length]
            : null;
    }

    /// <summary>Returns the value of the header, with a signature for each key.</summary>
    public static string Write(IEnumerable<byte[]> keys, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] message = [.. head, .. body];

        return string.Join(
            ' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, message))));
    }
}

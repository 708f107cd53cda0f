using System.Security.Cryptography;
using System.Text;

namespace OpenAIImages.Webhooks.Signatures;

/// <summary>The key of a secret.</summary>
internal sealed class WebhookKey
{
    private const string Prefix = "whsec_";
    private const string Version = "v1,";
    private const int Length = 32;

    private readonly byte[] _key;

    private WebhookKey(byte[] key) => _key = key;

    /// <summary>Reads a secret: base64 after the prefix. Without the prefix, the bytes of the text are the
    /// key.</summary>
    /// <exception cref="ArgumentException">The secret is blank, or the text after its prefix is not base64.</exception>
    public static WebhookKey From(string secret)
    {
        Guard.NotBlank(secret);
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return new(Encoding.UTF8.GetBytes(secret));
        }

        try
        {
            var key = Convert.FromBase64String(secret.Substring(Prefix.Length));

            return key.Length > 0
                ? new(key)
                : throw new ArgumentException($"The secret is empty behind {Prefix}.", nameof(secret));
        }
        catch (FormatException)
        {
            // The exception of the platform is left out, since it may hold the secret.
            throw new ArgumentException(
                $"The secret begins with {Prefix} and does not go on in base64.", nameof(secret));
        }
    }

    /// <summary>Finds out whether this key made one of several signatures.</summary>
    /// <param name="message">The signed message.</param>
    /// <param name="signatures">The signatures, separated by spaces, each with or without its version.</param>
    /// <remarks>The hash is made once for all signatures. The comparison takes the same time at whichever byte two
    /// signatures differ.</remarks>
    public bool HasSigned(byte[] message, string signatures)
    {
        using var hmac = new HMACSHA256(_key);
        var expected = hmac.ComputeHash(message);
        var isSigned = false;
        foreach (var one in signatures.Split(' '))
        {
            var text = one.StartsWith(Version, StringComparison.Ordinal) ? one.Substring(Version.Length) : one;
            isSigned |= Decode(text) is { } given && CryptographicOperations.FixedTimeEquals(given, expected);
        }

        return isSigned;
    }

    private static byte[]? Decode(string text)
    {
        try
        {
            return Convert.FromBase64String(text) is { Length: Length } bytes ? bytes : null;
        }
        catch (FormatException)
        {
            // The signature has another version.
            return null;
        }
    }
}

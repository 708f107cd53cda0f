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

    /// <summary>Reads a secret: base64 behind its prefix, and else the bytes of the text itself.</summary>
    /// <exception cref="ArgumentException">It is blank, or what follows its prefix is no base64.</exception>
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
            // The exception of the platform is left out, and the secret with it.
            throw new ArgumentException(
                $"The secret begins with {Prefix} and does not go on in base64.", nameof(secret));
        }
    }

    /// <summary>Finds out whether one of several signatures is this key's.</summary>
    /// <param name="message">What is signed.</param>
    /// <param name="signatures">The signatures, separated by spaces, each with or without its version.</param>
    /// <remarks>The hash is made once, however many signatures there are. The comparison takes the same time wherever
    /// two signatures differ.</remarks>
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
            // A signature of another version.
            return null;
        }
    }
}

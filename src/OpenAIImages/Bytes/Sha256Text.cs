using System.Globalization;
using System.Security.Cryptography;

namespace OpenAIImages.Bytes;

/// <summary>Makes the SHA-256 of bytes, in hexadecimal digits.</summary>
internal static class Sha256Text
{
    public static string Of(byte[] bytes) => ToText(SHA256.HashData(bytes));

    public static string ToText(byte[] hash)
        => string.Concat(hash.Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));

    /// <summary>Makes the hash of the bytes that a function writes to a stream.</summary>
    public static async Task<byte[]> HashAsync(Func<Stream, Task> write)
    {
        using var hash = SHA256.Create();
        using var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        await write(stream).ConfigureAwait(false);
        stream.FlushFinalBlock();

        return hash.Hash!;
    }
}

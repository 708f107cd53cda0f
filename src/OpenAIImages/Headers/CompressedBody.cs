using System.IO.Compression;
using System.Net.Http.Headers;

namespace OpenAIImages.Headers;

/// <summary>Decompresses bodies that a server compressed although the client did not ask for it.</summary>
/// <remarks>The decompressed bytes count against the limit like the bytes of any body, so a small body cannot fill the
/// memory.</remarks>
internal static class CompressedBody
{
    private const string Identity = "identity";

    /// <summary>Decompresses a body by its header.</summary>
    /// <param name="body">The body from the network.</param>
    /// <param name="headers">The headers of the body.</param>
    /// <returns>The body itself when it is not compressed; else a stream that decompresses the body and disposes of
    /// it.</returns>
    /// <exception cref="ImageDecodeException">The compression is not known.</exception>
    public static Stream Decompress(Stream body, HttpContentHeaders headers)
    {
        if (headers.NonValidated.TryGetValues("Content-Encoding", out var values))
        {
            // The server applied the last coding last.
            foreach (var coding in Enumerable.Reverse(string.Join(",", values).Split(',')))
            {
                body = Decompress(body, coding.Trim().ToLowerInvariant());
            }
        }

        return body;
    }

    // The class leaves Brotli out: its decoder would add 0.9 MB to each program that is compiled ahead of time.
    private static Stream Decompress(Stream body, string coding) => coding switch
    {
        "" or Identity => body,
        "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
        "deflate" => new DeflateStream(new DeflateBodyStream(body), CompressionMode.Decompress),
        _ => throw Unknown(coding),
    };

    private static ImageDecodeException Unknown(string coding)
        => new($"The reply is packed in a way that this client cannot unpack ({Name(coding)}), although it asked " +
            "for no compression: a server or a gateway ignores Accept-Encoding.");

    private static string Name(string coding)
        => coding.Length <= 16 && coding.All(char.IsLetterOrDigit) ? coding : "unknown";
}

using System.Text;
using System.Text.Json;

namespace OpenAIImages.Tests.Support;

/// <summary>Makes replies of the service from pictures.</summary>
internal static class Bodies
{
    /// <summary>The first bytes of every PNG.</summary>
    public static byte[] PngSignature { get; } = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Makes a file that begins as a PNG and continues with random bytes.</summary>
    public static byte[] Picture(int length, int seed = 1)
    {
        var picture = new byte[length];
        new Random(seed).NextBytes(picture);
        PngSignature.AsSpan(0, Math.Min(length, PngSignature.Length)).CopyTo(picture);

        return picture;
    }

    public static byte[] Of(params byte[][] pictures)
        => JsonSerializer.SerializeToUtf8Bytes(new
        {
            created = 1713833628,
            data = pictures.Select(picture => new { b64_json = picture }),
            size = "1024x1024",
            usage = new { total_tokens = 3, input_tokens = 1, output_tokens = 2 },
        });

    public static string Text(byte[] body) => Encoding.UTF8.GetString(body);
}

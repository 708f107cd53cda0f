using System.Net.Http.Headers;
using OpenAIImages.Decoders;
using OpenAIImages.Headers;

namespace OpenAIImages.Links;

/// <summary>What a host says of a file, by which another file under the same link is told from it.</summary>
/// <param name="Tag">Its tag (<c>ETag</c>), if there is one.</param>
/// <param name="Changed">When it was changed last (<c>Last-Modified</c>), if that is said.</param>
/// <param name="Total">Its length in bytes, if that is known.</param>
internal sealed record LinkedFile(EntityTagHeaderValue? Tag, DateTimeOffset? Changed, long? Total)
{
    private const int SniffedLength = 512;

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> Zip => [(byte)'P', (byte)'K', 3, 4];

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads it from a reply that brings the whole file.</summary>
    public static LinkedFile From(HttpResponseMessage reply) => new(
        reply.Headers.ETag, reply.Content.Headers.LastModified, ReplyHeaders.PlainLength(reply.Content.Headers));

    /// <summary>Gets whether a reply brings a part of this file, as far as both say anything.</summary>
    public bool IsSameFile(HttpResponseMessage part)
        => Agree(Tag, part.Headers.ETag)
            && Agree(Changed, part.Content.Headers.LastModified)
            && Agree(Total, part.Content.Headers.ContentRange?.Length);

    /// <summary>Says what a file is that is no image, from its first bytes, whatever the host calls it.</summary>
    /// <returns>What it is; <see langword="null"/> when it may be an image of a kind that is not known.</returns>
    public static string? DescribeNonImage(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith(Utf8Mark) ? bytes.Slice(Utf8Mark.Length) : bytes;

        return bytes.StartsWith(Gzip) ? "a file compressed by gzip"
            : bytes.StartsWith(Zip) ? "a zip archive"
            : BodySniffer.FirstByteOf(bytes) switch
            {
                (byte)'{' or (byte)'[' => "JSON",
                (byte)'<' => "a web page",
                _ => IsText(bytes) ? "text" : null,
            };
    }

    private static bool Agree<T>(T? one, T? other)
        => one is null || other is null || EqualityComparer<T>.Default.Equals(one, other);

    // No picture that is none of the known kinds does without a control character in its first bytes.
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes.Slice(0, Math.Min(bytes.Length, SniffedLength)))
        {
            if (value < (byte)' ' && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Net.Http.Headers;
using OpenAIImages.Bytes;
using OpenAIImages.Decoders;
using OpenAIImages.Headers;

namespace OpenAIImages.Links;

/// <summary>The tag, date and length of a file, by which another file under the same link is recognised.</summary>
/// <param name="Tag">Its tag (<c>ETag</c>), if there is one.</param>
/// <param name="Changed">When it was last changed (<c>Last-Modified</c>), if the host says so.</param>
/// <param name="Total">Its length in bytes, if that is known.</param>
internal sealed record LinkedFile(EntityTagHeaderValue? Tag, DateTimeOffset? Changed, long? Total)
{
    private const int SniffedLength = 512;

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> Zip => [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Reads it from a reply with the whole file.</summary>
    public static LinkedFile From(HttpResponseMessage reply) => new(
        reply.Headers.ETag, reply.Content.Headers.LastModified, ReplyHeaders.PlainLength(reply.Content.Headers));

    /// <summary>Gets whether a reply is a part of this file, by all values that both have.</summary>
    public bool IsSameFile(HttpResponseMessage part)
        => Agree(Tag, part.Headers.ETag)
            && Agree(Changed, part.Content.Headers.LastModified)
            && Agree(Total, part.Content.Headers.ContentRange?.Length);

    /// <summary>Says from its first bytes what a file is that is no image. The label of the host does not
    /// count.</summary>
    /// <returns>The kind of file; <see langword="null"/> when it may be an image of an unknown kind.</returns>
    public static string? DescribeNonImage(ReadOnlySpan<byte> bytes)
    {
        bytes = Utf8Text.WithoutByteOrderMark(bytes);

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

    // An image of an unknown kind is binary: it has a control character among its first bytes.
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes.Slice(0, Math.Min(bytes.Length, SniffedLength)))
        {
            if (Utf8Text.IsControl(value))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Net.Http.Headers;
using OpenAIImages.Bytes;
using OpenAIImages.Decoders;
using OpenAIImages.Headers;

namespace OpenAIImages.Links;

/// <summary>The tag, date and length of a file. They show whether the same link leads to another file.</summary>
/// <param name="Tag">The tag of the file (<c>ETag</c>), if there is one.</param>
/// <param name="Changed">The time of the last change (<c>Last-Modified</c>), if the host names it.</param>
/// <param name="Total">The length of the file in bytes, if it is known.</param>
internal sealed record LinkedFile(EntityTagHeaderValue? Tag, DateTimeOffset? Changed, long? Total)
{
    private const int SniffedLength = 512;

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> Zip => [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Reads the values from a reply with the whole file.</summary>
    public static LinkedFile From(HttpResponseMessage reply) => new(
        reply.Headers.ETag, reply.Content.Headers.LastModified, ReplyHeaders.PlainLength(reply.Content.Headers));

    /// <summary>Gets whether a reply is a part of this file: whether all values that both have are equal.</summary>
    public bool IsSameFile(HttpResponseMessage part)
        => Agree(Tag, part.Headers.ETag)
            && Agree(Changed, part.Content.Headers.LastModified)
            && Agree(Total, part.Content.Headers.ContentRange?.Length);

    /// <summary>Finds the kind of a file that is not an image from its first bytes, without the label of the
    /// host.</summary>
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

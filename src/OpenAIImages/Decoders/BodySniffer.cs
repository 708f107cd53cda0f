using OpenAIImages.Bytes;

namespace OpenAIImages.Decoders;

/// <summary>Finds the kind of a body from its first bytes, since servers label bodies wrongly.</summary>
internal static class BodySniffer
{
    // The longest signature that distinguishes an image from JSON.
    private const int DecisiveLength = 16;

    private const string AnyImage = "image/";

    /// <summary>Reads enough of a body to find its kind.</summary>
    public static async ValueTask FillEnoughAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        await body.FillToAsync(DecisiveLength, cancellationToken).ConfigureAwait(false);
        await SkipWhiteSpaceAsync(body, cancellationToken).ConfigureAwait(false);
        while (!body.IsComplete && TrimStart(body.Unread).Length < DecisiveLength)
        {
            await body.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        // White space before a field of an event would change the field's name, and no image begins with white space.
        body.Consume(body.Unread.Length - TrimStart(body.Unread).Length);
    }

    /// <summary>Skips white space, and returns whether a JSON object follows.</summary>
    public static async ValueTask<bool> StartsWithObjectAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        await SkipWhiteSpaceAsync(body, cancellationToken).ConfigureAwait(false);

        return FirstByteOf(body.Unread) == (byte)'{';
    }

    /// <summary>Skips white space. Some relays send white space every few seconds to keep the connection
    /// open.</summary>
    public static ValueTask SkipWhiteSpaceAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        body.Consume(body.Unread.Length - TrimStart(body.Unread).Length);

        return IsUndecided(body.Unread) && !body.IsComplete ? SkipFurtherAsync(body, cancellationToken) : default;
    }

    /// <summary>Gets whether the body itself is an image and not JSON.</summary>
    /// <remarks>The server's label counts when the bytes are neither text nor a web page.</remarks>
    public static bool IsImage(ReadOnlySpan<byte> body, string? mediaType)
    {
        if (body.IsEmpty)
        {
            return false;
        }

        var found = ImageMediaType.Detect(body);
        var isLabelledImage = mediaType?.StartsWith(AnyImage, StringComparison.OrdinalIgnoreCase) == true;

        return found == ImageMediaType.Unknown ? isLabelledImage && !IsText(body, mediaType!)
            : found != ImageMediaType.Svg || isLabelledImage;
    }

    /// <summary>Gets whether the body is server-sent events: it is not an image and does not begin like JSON or a web
    /// page.</summary>
    public static bool IsEventStream(ReadOnlySpan<byte> body, string? mediaType)
        => !IsImage(body, mediaType) && FirstByteOf(body) is not ((byte)'{' or (byte)'[' or (byte)'<' or (byte)'"');

    /// <summary>Gets whether the body begins with a field of a server-sent event.</summary>
    public static bool StartsWithEventField(ReadOnlySpan<byte> body)
    {
        body = TrimStart(body);

        return body.StartsWith("data:"u8) || body.StartsWith("event:"u8) || body.StartsWith("id:"u8)
            || body.StartsWith("retry:"u8) || body.StartsWith(":"u8);
    }

    /// <summary>Gets the first byte after white space and byte order marks; 0 when there is none. </summary>
    public static byte FirstByteOf(ReadOnlySpan<byte> body) => TrimStart(body) is [var first, ..] ? first : (byte)0;

    /// <summary>Refuses a web page, the reply of gateways and of wrong addresses.</summary>
    /// <exception cref="ImageDecodeException">The body begins like HTML or XML.</exception>
    public static void EnsureNotWebPage(ReadOnlySpan<byte> body, string? mediaType)
    {
        if (FirstByteOf(body) == (byte)'<')
        {
            throw new ImageDecodeException(
                $"The reply is a web page, not JSON (media type {mediaType ?? "unknown"}): " +
                "is the endpoint one of the Images API, or is a gateway in the way?");
        }
    }

    /// <summary>Returns a body without the white space and the byte order marks before it.</summary>
    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (at < body.Length)
        {
            if (Utf8Text.IsWhiteSpace(body[at]))
            {
                at++;
            }
            else if (body.Slice(at).StartsWith(Utf8Text.ByteOrderMark))
            {
                at += Utf8Text.ByteOrderMark.Length;
            }
            else
            {
                break;
            }
        }

        return body.Slice(at);
    }

    // A body is undecided if it is white space alone, or white space and the beginning of a byte order mark.
    private static bool IsUndecided(ReadOnlySpan<byte> body)
    {
        var left = TrimStart(body);

        return left.Length < Utf8Text.ByteOrderMark.Length && Utf8Text.ByteOrderMark.StartsWith(left);
    }

    private static async ValueTask SkipFurtherAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        var passed = 0;
        while (IsUndecided(body.Unread) && !body.IsComplete)
        {
            var blank = body.Unread.Length - TrimStart(body.Unread).Length;
            passed += blank;
            if (passed > ReplyTokenizer.MaxNonImageBytes)
            {
                throw new ImageDecodeException(
                    $"The reply begins with more than {ReplyTokenizer.MaxNonImageBytes} bytes that are no image.");
            }

            body.Consume(blank);
            await body.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        body.Consume(body.Unread.Length - TrimStart(body.Unread).Length);
    }

    // The prologue of an SVG may be longer than the bytes that have come. Other images have bytes that text does not
    // have.
    private static bool IsText(ReadOnlySpan<byte> body, string mediaType)
    {
        if (FirstByteOf(body) == (byte)'<' && mediaType.StartsWith("image/svg", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var character in body.Slice(0, Math.Min(body.Length, DecisiveLength)))
        {
            if (Utf8Text.IsControl(character) || character is 0x7F or 0xFF)
            {
                return false;
            }
        }

        return true;
    }
}

namespace OpenAIImages.Decoders;

/// <summary>Tells what a body is from its first bytes, since servers mislabel them.</summary>
internal static class BodySniffer
{
    // The longest signature of a picture that is told from JSON by its first bytes.
    private const int DecisiveLength = 16;

    private const string AnyImage = "image/";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads as much of a body as it takes to tell.</summary>
    public static async ValueTask FillEnoughAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        await body.FillToAsync(DecisiveLength, cancellationToken).ConfigureAwait(false);
        await SkipWhiteSpaceAsync(body, cancellationToken).ConfigureAwait(false);
        while (!body.IsComplete && TrimStart(body.Unread).Length < DecisiveLength)
        {
            await body.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        // Blanks before a field would make it another one, and no picture begins with any.
        body.Consume(body.Unread.Length - TrimStart(body.Unread).Length);
    }

    /// <summary>Passes over white space and looks whether a further JSON object begins behind it.</summary>
    public static async ValueTask<bool> StartsWithObjectAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        await SkipWhiteSpaceAsync(body, cancellationToken).ConfigureAwait(false);

        return FirstByteOf(body.Unread) == (byte)'{';
    }

    /// <summary>Passes over white space, of which some relays send a piece every few seconds, while nothing else has
    /// come.</summary>
    public static ValueTask SkipWhiteSpaceAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        body.Consume(body.Unread.Length - TrimStart(body.Unread).Length);

        return body.Unread.IsEmpty && !body.IsComplete ? SkipFurtherAsync(body, cancellationToken) : default;
    }

    /// <summary>Gets whether the body is a picture itself, and not JSON about one.</summary>
    /// <remarks>What a server calls a picture is believed where the bytes are neither text nor a web page.</remarks>
    public static bool IsPicture(ReadOnlySpan<byte> body, string? mediaType)
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

    /// <summary>Gets whether the body is made of server-sent events: no picture, no JSON and no web page, since no
    /// field of an event begins like one.</summary>
    public static bool IsEventStream(ReadOnlySpan<byte> body, string? mediaType)
        => !IsPicture(body, mediaType) && FirstByteOf(body) is not ((byte)'{' or (byte)'[' or (byte)'<' or (byte)'"');

    /// <summary>Gets whether the body says of itself that it is made of server-sent events.</summary>
    public static bool StartsWithEventField(ReadOnlySpan<byte> body)
    {
        body = TrimStart(body);

        return body.StartsWith("data:"u8) || body.StartsWith("event:"u8) || body.StartsWith("id:"u8)
            || body.StartsWith("retry:"u8) || body.StartsWith(":"u8);
    }

    /// <summary>Gets the first byte that is neither white space nor of a byte order mark; 0 when there is none.
    /// </summary>
    public static byte FirstByteOf(ReadOnlySpan<byte> body) => TrimStart(body) is [var first, ..] ? first : (byte)0;

    /// <summary>Refuses a web page, which gateways and wrong addresses answer with, for what it is.</summary>
    /// <exception cref="ImageDecodeException">The body begins as HTML or XML does.</exception>
    public static void EnsureNotWebPage(ReadOnlySpan<byte> body, string? mediaType)
    {
        if (FirstByteOf(body) == (byte)'<')
        {
            throw new ImageDecodeException(
                $"The reply is a web page, not JSON (media type {mediaType ?? "unknown"}): " +
                "is the endpoint one of the Images API, or is a gateway in the way?");
        }
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (at < body.Length)
        {
            if (body[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                at++;
            }
            else if (body.Slice(at).StartsWith(ByteOrderMark))
            {
                at += ByteOrderMark.Length;
            }
            else
            {
                break;
            }
        }

        return body.Slice(at);
    }

    private static bool IsWhiteSpace(ReadOnlySpan<byte> body) => TrimStart(body).IsEmpty;

    private static async ValueTask SkipFurtherAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        var passed = 0;
        while (IsWhiteSpace(body.Unread) && !body.IsComplete)
        {
            passed += body.Unread.Length;
            if (passed > ReplyTokenizer.MaxNonImageBytes)
            {
                throw new ImageDecodeException(
                    $"The reply begins with more than {ReplyTokenizer.MaxNonImageBytes} bytes that are no image.");
            }

            body.Consume(body.Unread.Length);
            await body.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        body.Consume(body.Unread.Length - TrimStart(body.Unread).Length);
    }

    // The prologue of an SVG may be longer than what has come; other pictures have bytes that no text has.
    private static bool IsText(ReadOnlySpan<byte> body, string mediaType)
    {
        if (FirstByteOf(body) == (byte)'<' && mediaType.StartsWith("image/svg", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var character in body.Slice(0, Math.Min(body.Length, DecisiveLength)))
        {
            if (character is < (byte)' ' and not ((byte)'\t' or (byte)'\r' or (byte)'\n') or 0x7F or 0xFF)
            {
                return false;
            }
        }

        return true;
    }
}

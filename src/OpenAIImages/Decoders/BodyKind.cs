namespace OpenAIImages.Decoders;

/// <summary>Tells what a body is from its first bytes, since servers mislabel them.</summary>
internal static class BodyKind
{
    // The longest signature of a picture that is told from JSON by its first bytes.
    private const int EnoughToTell = 16;

    private const int MostWhiteSpace = 1024;

    private const string AnyImage = "image/";

    /// <summary>Reads as much of a body as it takes to tell.</summary>
    public static async ValueTask FillAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        await body.FillToAsync(EnoughToTell, cancellationToken).ConfigureAwait(false);
        if (FirstOf(body.Unread) == 0)
        {
            await ReachFirstAsync(body, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads up to the first byte that is not white space.</summary>
    public static async ValueTask ReachFirstAsync(ReplyBuffer body, CancellationToken cancellationToken)
    {
        while (!body.IsComplete && body.Unread.Length < MostWhiteSpace && FirstOf(body.Unread) == 0)
        {
            await body.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets whether the body is a picture itself, and not JSON about one.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> body, string? mediaType)
        => !body.IsEmpty
            && (mediaType?.StartsWith(AnyImage, StringComparison.OrdinalIgnoreCase) == true
                || (ImageMediaType.Detect(body) is var found && found != ImageMediaType.Unknown
                    && found != ImageMediaType.Svg));

    /// <summary>Gets whether the body is made of server-sent events: no picture, no JSON and no web page, since no
    /// field of an event begins like one.</summary>
    public static bool IsEventStream(ReadOnlySpan<byte> body, string? mediaType)
        => !IsPicture(body, mediaType) && FirstOf(body) is not ((byte)'{' or (byte)'[' or (byte)'<' or (byte)'"');

    /// <summary>Gets the first byte that is not white space; 0 when there is none among the first 1,024.</summary>
    public static byte FirstOf(ReadOnlySpan<byte> body)
    {
        foreach (var character in body.Slice(0, Math.Min(body.Length, MostWhiteSpace)))
        {
            if (character is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return character;
            }
        }

        return 0;
    }

    /// <summary>Refuses a web page, which gateways and wrong addresses answer with, for what it is.</summary>
    /// <exception cref="ImageDecodeException">The body begins as HTML or XML does.</exception>
    public static void EnsureNoMarkup(ReadOnlySpan<byte> body, string? mediaType)
    {
        if (FirstOf(body) == (byte)'<')
        {
            throw new ImageDecodeException(
                $"The reply is a web page, not JSON (media type {mediaType ?? "unknown"}): " +
                "is the endpoint one of the Images API, or is a gateway in the way?");
        }
    }
}

namespace OpenAIImages.Decoders;

/// <summary>Tells what a body is from its first bytes, since servers mislabel them.</summary>
internal static class BodyKind
{
    private const string AnyImage = "image/";

    /// <summary>Gets whether the body is a picture itself, and not JSON about one.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> body, string? mediaType)
        => !body.IsEmpty
            && (mediaType?.StartsWith(AnyImage, StringComparison.OrdinalIgnoreCase) == true
                || (ImageMediaType.Detect(body) is var found && found != ImageMediaType.Unknown
                    && found != ImageMediaType.Svg));

    /// <summary>Refuses a web page, which gateways and wrong addresses answer with, for what it is.</summary>
    /// <exception cref="ImageDecodeException">The body begins as HTML or XML does.</exception>
    public static void EnsureNoMarkup(ReadOnlySpan<byte> body, string? mediaType)
    {
        while (body is [(byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..])
        {
            body = body.Slice(1);
        }

        if (body is [(byte)'<', ..])
        {
            throw new ImageDecodeException(
                $"The reply is a web page, not JSON (media type {mediaType ?? "unknown"}): " +
                "is the endpoint one of the Images API, or is a gateway in the way?");
        }
    }
}

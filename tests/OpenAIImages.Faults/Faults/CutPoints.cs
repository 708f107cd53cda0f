namespace OpenAIImages.Faults.Faults;

/// <summary>Finds places in replies.</summary>
internal static class CutPoints
{
    /// <summary>Finds a place in a reply.</summary>
    /// <param name="wire">The whole reply.</param>
    /// <param name="headLength">The length of its head.</param>
    /// <param name="point">The place.</param>
    /// <returns>The number of bytes before the place.</returns>
    public static int Find(ReadOnlySpan<byte> wire, int headLength, CutPoint point) => point switch
    {
        CutPoint.BeforeHeaders => 0,
        CutPoint.MidHeaders => headLength / 2,
        CutPoint.AfterHeaders => headLength,
        CutPoint.InPicture => PictureIn(wire, headLength),
        CutPoint.BetweenEvents => headLength + Math.Max(wire[headLength..].IndexOf("\n\n"u8) + 2, 0),
        CutPoint.BehindPicture => BehindPictureIn(wire, headLength),
        CutPoint.BeforeLastBracket => Math.Max(wire.LastIndexOf((byte)'}'), headLength),
        _ => throw new ArgumentOutOfRangeException(nameof(point)),
    };

    // In events, the end of the first event that completes a picture. In JSON, the end of the first item with a
    // picture. In a body without pictures, the middle.
    private static int BehindPictureIn(ReadOnlySpan<byte> wire, int headLength)
    {
        var completed = wire.IndexOf(".completed\""u8);
        var start = completed < 0 ? wire.IndexOf("b64_json\":\""u8) : completed;
        var end = start < 0 ? -1 : wire[start..].IndexOf(completed < 0 ? "\"}"u8 : "\n\n"u8);

        return end < 0 ? PictureIn(wire, headLength) : start + end + 2;
    }

    // The middle between the beginning of the first picture and the end. In a body without pictures, the middle.
    private static int PictureIn(ReadOnlySpan<byte> wire, int headLength)
    {
        var start = Math.Max(wire.IndexOf("b64_json\":\""u8), headLength);

        return start + ((wire.Length - start) / 2);
    }
}

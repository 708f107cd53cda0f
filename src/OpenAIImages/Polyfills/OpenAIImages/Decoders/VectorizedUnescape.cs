namespace OpenAIImages.Decoders;

/// <summary>Does nothing: this target has no vectors that give a bit for each byte. <see cref="Base64Cleaner"/> then
/// searches and moves by itself.</summary>
internal static class VectorizedUnescape
{
    public static bool TryReachSpecial(Span<byte> text, ref int read, ref int written) => false;
}

namespace OpenAIImages.Decoders;

/// <summary>Does nothing here, where there are no vectors of bytes: the search for the end of a run serves.</summary>
internal static class WideRun
{
    public static bool Move(Span<byte> text, ref int read, ref int written) => false;
}

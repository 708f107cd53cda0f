namespace OpenAIImages.Transport;

/// <summary>Marks requests whose content can be read only once, such as an upload from a stream that cannot seek.</summary>
internal static class SingleUse
{
    private static readonly HttpRequestOptionsKey<bool> Mark = new("OpenAIImages.SingleUse");

    public static void MarkSingleUse(this HttpRequestMessage message) => message.Options.Set(Mark, true);

    public static bool IsSingleUse(this HttpRequestMessage message)
        => message.Options.TryGetValue(Mark, out var isMarked) && isMarked;
}

using OpenAIImages.Diagnostics;

namespace OpenAIImages.Transport;

/// <summary>What matters about a request when it fails.</summary>
internal static class RequestFacts
{
    private static readonly HttpRequestOptionsKey<bool> SingleUse = new("OpenAIImages.SingleUse");

    private static readonly HttpRequestOptionsKey<int> ImageCount = new("OpenAIImages.ImageCount");

    private static readonly HttpRequestOptionsKey<bool> OutcomeUnknown = new("OpenAIImages.OutcomeUnknown");

    /// <summary>Says that the content can be read only once, such as an upload from a stream that cannot seek; the
    /// request is then sent once.</summary>
    /// <param name="message">The request.</param>
    public static void MarkSingleUse(this HttpRequestMessage message) => message.Options.Set(SingleUse, true);

    /// <summary>Whether the content can be read only once.</summary>
    /// <param name="message">The request.</param>
    /// <returns>Whether it was marked so.</returns>
    public static bool IsSingleUse(this HttpRequestMessage message)
        => message.Options.TryGetValue(SingleUse, out var isMarked) && isMarked;

    /// <summary>Says how many images the request asks for.</summary>
    /// <param name="message">The request.</param>
    /// <param name="images">How many, 1 or more.</param>
    public static void SetImages(this HttpRequestMessage message, int images)
    {
        if (images > 1)
        {
            message.Options.Set(ImageCount, images);
        }
    }

    /// <summary>Returns how many images the request asks for; one when it was not said.</summary>
    /// <param name="message">The request.</param>
    public static int Images(this HttpRequestMessage message)
        => message.Options.TryGetValue(ImageCount, out var images) ? images : 1;

    /// <summary>Says that an attempt to send this ended without word of what became of it.</summary>
    /// <param name="message">The request.</param>
    public static void MarkOutcomeUnknown(this HttpRequestMessage message)
    {
        message.Options.Set(OutcomeUnknown, true);
        if (message is CallMessage own)
        {
            own.IsOutcomeUnknown = true;
        }

        CallTelemetry.Of(message)?.MarkOutcomeUnknown();
    }

    /// <summary>Whether an attempt to send this ended without word of what became of it.</summary>
    /// <param name="message">The request.</param>
    /// <returns>Whether it was marked so.</returns>
    public static bool IsOutcomeUnknown(this HttpRequestMessage message)
        => message is CallMessage own
            ? own.IsOutcomeUnknown
            : message.Options.TryGetValue(OutcomeUnknown, out var isMarked) && isMarked;

    /// <summary>Whether the service makes something for this request and bills it.</summary>
    /// <param name="message">The request.</param>
    /// <returns><see langword="false"/> for requests that only read.</returns>
    public static bool CostsMoney(this HttpRequestMessage message)
        => message.Method != HttpMethod.Get && message.Method != HttpMethod.Head;
}

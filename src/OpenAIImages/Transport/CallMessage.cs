namespace OpenAIImages.Transport;

/// <summary>The request of a call, which remembers by itself what others keep among their options.</summary>
/// <param name="address">Where it goes.</param>
internal sealed class CallMessage(Uri address) : HttpRequestMessage(HttpMethod.Post, address)
{
    private volatile bool _isOutcomeUnknown;

    /// <summary>Gets what the request says about its call.</summary>
    public CallSettings Settings { get; init; } = CallSettings.None;

    public bool IsOutcomeUnknown
    {
        get => _isOutcomeUnknown;
        set => _isOutcomeUnknown = value;
    }
}

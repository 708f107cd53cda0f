using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Calls;

/// <summary>What is known of one call, above all which of its attempts may have been billed.</summary>
/// <remarks>
/// Travels among the options of the request: a handler that sends a copy of the message takes it along, and nobody buys
/// an image again because the copy knows nothing of the first.
/// </remarks>
internal sealed class CallRecord
{
    private static readonly HttpRequestOptionsKey<CallRecord> Key = new("OpenAIImages.Call");

    private volatile SendTrackingContent? _underWay;
    private (HttpResponseMessage Reply, ImageApiException Exception)? _errorReply;

    /// <summary>Gets how many images the request asks for.</summary>
    public int Images { get; init; } = 1;

    /// <summary>Gets whether the content can be read only once, such as an upload from a stream that cannot seek; the
    /// request is then sent once.</summary>
    public bool IsSingleUse { get; init; }

    /// <summary>Gets what the request says about its call.</summary>
    public CallSettings Settings { get; init; } = CallSettings.None;

    /// <summary>Gets what reading a refusal needs, where the call is one of ours.</summary>
    public ErrorContext? ErrorContext { get; init; }

    /// <summary>Gets or sets the options that were in force when the call began. A reload is for the calls after it: an
    /// attempt by other options than its address would be sent without the key.</summary>
    public ImageClientOptions? Options { get; set; }

    /// <summary>Gets whether the service makes something for the request and bills it.</summary>
    public bool CostsMoney { get; private init; }

    /// <summary>Gets how many attempts were made.</summary>
    public int Attempts { get; private set; }

    /// <summary>Gets how many attempts may have been billed, without the one that was answered or is under way.
    /// </summary>
    public int PossiblyBilledBefore { get; private set; }

    /// <summary>Gets whether the service has begun to answer with what was asked for.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Gets whether a picture has come, if only a preview.</summary>
    public bool HasPicture { get; private set; }

    /// <summary>Gets whether the last attempt failed in a way that passes and costs nothing.</summary>
    public bool IsTransient { get; private set; }

    /// <summary>Gets or sets the images that have come so far.</summary>
    public IReadOnlyList<ImageOutput> Received { get; set; } = [];

    /// <summary>Gets or sets the identifier that the last attempt carried.</summary>
    public string? ClientRequestId { get; set; }

    /// <summary>Gets how many attempts may have been billed if the call ends now without its result.</summary>
    public int PossiblyBilledAttempts
        => PossiblyBilledBefore + (CostsMoney && (IsAnswered || _underWay is { IsWhollySent: true }) ? 1 : 0);

    public bool MayHaveBeenBilled => PossiblyBilledAttempts > 0;

    /// <summary>Finds the record of the call that a message belongs to; a new one where there is none yet.</summary>
    public static CallRecord GetOrBegin(HttpRequestMessage message)
        => message.Options.TryGetValue(Key, out var record) && record is not null
            ? record
            : Begin(message, images: 1, isSingleUse: false);

    /// <summary>Begins the record of a call.</summary>
    /// <param name="message">The request.</param>
    /// <param name="images">How many images it asks for.</param>
    /// <param name="isSingleUse">Whether its content can be read only once.</param>
    /// <param name="settings">What the request says about its call.</param>
    /// <param name="errorContext">What reading a refusal needs.</param>
    /// <param name="options">The options in force.</param>
    public static CallRecord Begin(
        HttpRequestMessage message,
        int images,
        bool isSingleUse,
        CallSettings? settings = null,
        ErrorContext? errorContext = null,
        ImageClientOptions? options = null)
    {
        var record = new CallRecord
        {
            Images = images,
            IsSingleUse = isSingleUse,
            Settings = settings ?? CallSettings.None,
            ErrorContext = errorContext,
            Options = options,
            CostsMoney = message.Method != HttpMethod.Get && message.Method != HttpMethod.Head,
        };
        message.Options.Set(Key, record);

        return record;
    }

    /// <summary>Says that an attempt begins.</summary>
    /// <param name="content">What it sends.</param>
    public void BeginAttempt(SendTrackingContent? content)
    {
        Attempts++;

        // A handler that asks again for what was answered well buys it again.
        PossiblyBilledBefore = PossiblyBilledAttempts;
        IsAnswered = false;
        IsTransient = false;
        _underWay = content;
    }

    /// <summary>Says that the service answers with what was asked for.</summary>
    public void Answer()
    {
        IsAnswered = true;
        _underWay = null;
    }

    /// <summary>Says that an attempt, or the answer to it, came to nothing.</summary>
    /// <param name="mayHaveBeenBilled">Whether it may have been billed all the same.</param>
    /// <param name="isTransient">Whether the same may succeed later.</param>
    public void Fail(bool mayHaveBeenBilled, bool isTransient)
    {
        IsAnswered = false;
        _underWay = null;
        IsTransient = isTransient;
        PossiblyBilledBefore += mayHaveBeenBilled ? 1 : 0;
    }

    /// <summary>Keeps what a refusal says. Its body is read once, by the attempt that met it.</summary>
    public void KeepErrorReply(HttpResponseMessage reply, ImageApiException exception)
        => _errorReply = (reply, exception);

    /// <summary>Returns what a refusal says, if an attempt has met that very reply.</summary>
    public ImageApiException? FindErrorReply(HttpResponseMessage reply)
        => _errorReply is { } kept && ReferenceEquals(kept.Reply, reply) ? kept.Exception : null;

    /// <summary>Says that a stream brought an event.</summary>
    public void Receive(ImageStreamEvent item)
    {
        HasPicture |= item is PartialImageEvent or CompletedImageEvent;
        if (item is CompletedImageEvent completed)
        {
            Received = [.. Received, completed.Image];
        }
    }
}

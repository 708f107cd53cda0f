using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Calls;

/// <summary>The facts about one call, above all the number of its attempts that may have been billed.</summary>
/// <remarks>
/// The record travels in the options of the request message. A handler that sends a copy of the message copies the
/// options, too. So the record counts all attempts, and a copy never buys an image again.
/// </remarks>
internal sealed class CallRecord
{
    private static readonly HttpRequestOptionsKey<CallRecord> Key = new("OpenAIImages.Call");

    private volatile SendTrackingContent? _contentUnderWay;
    private (HttpResponseMessage Reply, ImageApiException Exception)? _errorReply;

    /// <summary>Gets the number of images that the request asks for.</summary>
    public int Images { get; init; } = 1;

    /// <summary>Gets whether the content can be read only once, such as an upload from a stream that cannot seek. The
    /// client then sends the request once.</summary>
    public bool IsSingleUse { get; init; }

    /// <summary>Gets the headers and the time limit that the request sets for its call.</summary>
    public CallSettings Settings { get; init; } = CallSettings.None;

    /// <summary>Gets the facts for reading an error reply; <see langword="null"/> for a user's own message.</summary>
    public ErrorContext? ErrorContext { get; init; }

    /// <summary>Gets the request that the program made; <see langword="null"/> for a message that asks for no
    /// images.</summary>
    public ImageRequest? Request { get; private init; }

    /// <summary>Gets or sets the options that were in force when the call began. The options hold for all attempts of
    /// the call, also after a reload: the key goes only to addresses of the same options.</summary>
    public ImageClientOptions? Options { get; set; }

    /// <summary>Gets whether the service bills such requests.</summary>
    public bool CostsMoney { get; private init; }

    /// <summary>Gets whether the caller looks up an unknown outcome of an attempt itself. Then such an attempt is never
    /// repeated, whatever the options say.</summary>
    public bool IsLookedUp { get; private init; }

    /// <summary>Gets the number of attempts so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Gets the number of attempts that may have been billed, without the answered or running attempt.
    /// </summary>
    public int PossiblyBilledBefore { get; private set; }

    /// <summary>Gets whether a good reply has begun.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Gets whether an image or a partial image has come.</summary>
    public bool HasImage { get; private set; }

    /// <summary>Gets whether the last attempt failed in a way that may pass, and cannot have been billed.</summary>
    public bool IsTransient { get; private set; }

    /// <summary>Gets or sets the images that have come so far.</summary>
    public IReadOnlyList<ImageOutput> Received { get; set; } = [];

    /// <summary>Gets or sets the <c>X-Client-Request-Id</c> of the last attempt.</summary>
    public string? ClientRequestId { get; set; }

    /// <summary>Gets the number of attempts that may have been billed, if the call ends now without its
    /// result.</summary>
    public int PossiblyBilledAttempts
        => PossiblyBilledBefore + (CostsMoney && (IsAnswered || _contentUnderWay is { IsWhollySent: true }) ? 1 : 0);

    public bool MayHaveBeenBilled => PossiblyBilledAttempts > 0;

    /// <summary>Returns the record of a message's call, or begins one when the message has none.</summary>
    public static CallRecord GetOrBegin(HttpRequestMessage message)
        => message.Options.TryGetValue(Key, out var record) && record is not null
            ? record
            : Begin(message, images: 1, isSingleUse: false);

    /// <summary>Begins the record of a call.</summary>
    /// <param name="message">The request.</param>
    /// <param name="images">The number of images that the request asks for.</param>
    /// <param name="isSingleUse">Whether the content of the request can be read only once.</param>
    /// <param name="settings">The headers and the time limit that the request sets for its call.</param>
    /// <param name="errorContext">The facts for reading an error reply.</param>
    /// <param name="options">The options in force.</param>
    /// <param name="request">The request that the program made, if the message asks for images.</param>
    /// <param name="costsMoney">Whether the service bills the request. When <see langword="null"/>, the HTTP method
    /// decides: GET and HEAD are free.</param>
    /// <param name="isLookedUp">Whether the caller looks up an unknown outcome itself.</param>
    public static CallRecord Begin(
        HttpRequestMessage message,
        int images,
        bool isSingleUse,
        CallSettings? settings = null,
        ErrorContext? errorContext = null,
        ImageClientOptions? options = null,
        ImageRequest? request = null,
        bool? costsMoney = null,
        bool isLookedUp = false)
    {
        var record = new CallRecord
        {
            Images = images,
            IsSingleUse = isSingleUse,
            Settings = settings ?? CallSettings.None,
            ErrorContext = errorContext,
            Options = options,
            Request = request,
            CostsMoney = costsMoney ?? (message.Method != HttpMethod.Get && message.Method != HttpMethod.Head),
            IsLookedUp = isLookedUp,
        };
        message.Options.Set(Key, record);

        return record;
    }

    /// <summary>Records that an attempt begins.</summary>
    /// <param name="content">The content that the attempt sends.</param>
    public void BeginAttempt(SendTrackingContent? content)
    {
        Attempts++;

        // A handler that repeats a request after a good reply buys the image again.
        PossiblyBilledBefore = PossiblyBilledAttempts;
        IsAnswered = false;
        IsTransient = false;
        _contentUnderWay = content;
    }

    /// <summary>Records that a good reply has begun.</summary>
    public void Answer()
    {
        IsAnswered = true;
        _contentUnderWay = null;
    }

    /// <summary>Records that an attempt failed, or that its reply failed.</summary>
    /// <param name="mayHaveBeenBilled">Whether the attempt may have been billed nevertheless.</param>
    /// <param name="isTransient">Whether the same request may succeed later.</param>
    public void Fail(bool mayHaveBeenBilled, bool isTransient)
    {
        IsAnswered = false;
        _contentUnderWay = null;
        IsTransient = isTransient;
        PossiblyBilledBefore += mayHaveBeenBilled ? 1 : 0;
    }

    /// <summary>Keeps the exception for an error reply, whose body the attempt has read.</summary>
    public void KeepErrorReply(HttpResponseMessage reply, ImageApiException exception)
        => _errorReply = (reply, exception);

    /// <summary>Returns the exception for an error reply, if an attempt has read that very reply.</summary>
    public ImageApiException? FindErrorReply(HttpResponseMessage reply)
        => _errorReply is { } kept && ReferenceEquals(kept.Reply, reply) ? kept.Exception : null;

    /// <summary>Records that an event of a stream has come.</summary>
    public void Receive(ImageStreamEvent item)
    {
        HasImage |= item is PartialImageEvent or CompletedImageEvent;
        if (item is CompletedImageEvent completed)
        {
            Received = [.. Received, completed.Image];
        }
    }
}

using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Calls;

/// <summary>What is known of one call, above all how many of its attempts may have been billed.</summary>
/// <remarks>
/// The record travels in the options of the request message. A handler that sends a copy of the message copies them,
/// too, so that the record counts all attempts and no image is bought again by a copy.
/// </remarks>
internal sealed class CallRecord
{
    private static readonly HttpRequestOptionsKey<CallRecord> Key = new("OpenAIImages.Call");

    private volatile SendTrackingContent? _contentUnderWay;
    private (HttpResponseMessage Reply, ImageApiException Exception)? _errorReply;

    /// <summary>Gets how many images the request asks for.</summary>
    public int Images { get; init; } = 1;

    /// <summary>Gets whether the content can be read only once, such as an upload from a stream that cannot seek. The
    /// request is then sent once.</summary>
    public bool IsSingleUse { get; init; }

    /// <summary>Gets the headers and the time limit that the request sets for its call.</summary>
    public CallSettings Settings { get; init; } = CallSettings.None;

    /// <summary>Gets what reading an error reply needs; <see langword="null"/> for a message of a user's own.</summary>
    public ErrorContext? ErrorContext { get; init; }

    /// <summary>Gets the request that the program made; <see langword="null"/> for a message that asks for no
    /// images.</summary>
    public ImageRequest? Request { get; private init; }

    /// <summary>Gets or sets the options that were in force when the call began. They hold for all of its attempts,
    /// also after a reload: the key goes only to addresses of the same options.</summary>
    public ImageClientOptions? Options { get; set; }

    /// <summary>Gets whether the service bills such requests.</summary>
    public bool CostsMoney { get; private init; }

    /// <summary>Gets whether the caller finds out by itself what became of an attempt whose outcome is unknown. Such an
    /// attempt is never repeated, whatever the options say.</summary>
    public bool IsLookedUp { get; private init; }

    /// <summary>Gets how many attempts were made.</summary>
    public int Attempts { get; private set; }

    /// <summary>Gets how many attempts may have been billed, not counting the one that was answered or is under way.
    /// </summary>
    public int PossiblyBilledBefore { get; private set; }

    /// <summary>Gets whether a good reply has begun.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Gets whether an image has come, or a partial one.</summary>
    public bool HasImage { get; private set; }

    /// <summary>Gets whether the last attempt failed in a way that may pass, and cannot have been billed.</summary>
    public bool IsTransient { get; private set; }

    /// <summary>Gets or sets the images that have come so far.</summary>
    public IReadOnlyList<ImageOutput> Received { get; set; } = [];

    /// <summary>Gets or sets the <c>X-Client-Request-Id</c> of the last attempt.</summary>
    public string? ClientRequestId { get; set; }

    /// <summary>Gets how many attempts may have been billed, if the call ends now without its result.</summary>
    public int PossiblyBilledAttempts
        => PossiblyBilledBefore + (CostsMoney && (IsAnswered || _contentUnderWay is { IsWhollySent: true }) ? 1 : 0);

    public bool MayHaveBeenBilled => PossiblyBilledAttempts > 0;

    /// <summary>Returns the record of the call that a message belongs to, and begins one where there is none.</summary>
    public static CallRecord GetOrBegin(HttpRequestMessage message)
        => message.Options.TryGetValue(Key, out var record) && record is not null
            ? record
            : Begin(message, images: 1, isSingleUse: false);

    /// <summary>Begins the record of a call.</summary>
    /// <param name="message">The request.</param>
    /// <param name="images">How many images it asks for.</param>
    /// <param name="isSingleUse">Whether its content can be read only once.</param>
    /// <param name="settings">The headers and the time limit that the request sets for its call.</param>
    /// <param name="errorContext">What reading an error reply needs.</param>
    /// <param name="options">The options in force.</param>
    /// <param name="request">The request that the program made, if the message asks for images.</param>
    /// <param name="costsMoney">Whether the service bills it. When <see langword="null"/>, the method decides: what
    /// only reads is free.</param>
    /// <param name="isLookedUp">Whether the caller finds out by itself what became of it.</param>
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

    /// <summary>Says that an attempt begins.</summary>
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

    /// <summary>Says that a good reply has begun.</summary>
    public void Answer()
    {
        IsAnswered = true;
        _contentUnderWay = null;
    }

    /// <summary>Says that an attempt failed, or the reply to it.</summary>
    /// <param name="mayHaveBeenBilled">Whether the attempt may have been billed all the same.</param>
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

    /// <summary>Says that an event of a stream has come.</summary>
    public void Receive(ImageStreamEvent item)
    {
        HasImage |= item is PartialImageEvent or CompletedImageEvent;
        if (item is CompletedImageEvent completed)
        {
            Received = [.. Received, completed.Image];
        }
    }
}

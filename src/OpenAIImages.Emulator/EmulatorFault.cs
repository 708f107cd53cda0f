using OpenAIImages.Emulator.Faults;

namespace OpenAIImages.Emulator;

/// <summary>A fault of a reply, for <c>Fail</c> of <see cref="ImageEmulator"/>.</summary>
/// <remarks>
/// <para>Immutable. The static members are ready-made faults; <c>with</c> changes one of them, and an initializer makes
/// a new one: <c>new EmulatorFault { Status = 503, Code = "busy" }</c>.</para>
/// <para>A fault with a <see cref="Status"/>, a <see cref="Body"/> or a <see cref="Code"/> replaces the reply. Any
/// other fault lets the emulator answer as usual and changes what it sends.</para>
/// <para>A fault of a request of a batch shows in the files of the batch. A cut body cuts the line. A body that is not
/// JSON stands in the line as a string. A closed connection is an error without a response.
/// <see cref="BytesPerSecond"/> has no effect there.</para>
/// </remarks>
public sealed record EmulatorFault
{
    private readonly int? _status;
    private readonly IReadOnlyDictionary<string, string> _headers = new Dictionary<string, string>();
    private readonly TimeSpan _delay;
    private readonly int? _bytesPerSecond;
    private readonly long? _cutAfterBytes;
    private readonly int? _cutAfterEvents;
    private readonly int? _errorAfterPartials;
    private readonly IReadOnlyList<string> _moderationCategories = [];

    /// <summary>Gets the status of the reply.</summary>
    /// <value>200 to 599. <see langword="null"/>, the default, means the usual status, or 400 with a
    /// <see cref="Code"/>, or 200 with a <see cref="Body"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int? Status { get => _status; init => _status = FaultChecks.Range(value, 200, 599); }

    /// <summary>Gets <c>error.code</c>.</summary>
    /// <value><see langword="null"/> by default; the error object then has no code.</value>
    public string? Code { get; init; }

    /// <summary>Gets <c>error.type</c>.</summary>
    /// <value><see langword="null"/>, the default, writes <c>server_error</c> from status 500 on, and otherwise
    /// <c>invalid_request_error</c>.</value>
    public string? Type { get; init; }

    /// <summary>Gets <c>error.message</c>.</summary>
    /// <value><see langword="null"/>, the default, says that the emulator was told to fail.</value>
    public string? Message { get; init; }

    /// <summary>Gets <c>error.param</c>: the name of the faulty field.</summary>
    /// <value><see langword="null"/> by default.</value>
    public string? Parameter { get; init; }

    /// <summary>Gets the whole body, in place of an error object.</summary>
    /// <value><see langword="null"/>, the default, sends an error object or the usual reply; an empty text sends no
    /// body.</value>
    public string? Body { get; init; }

    /// <summary>Gets the media type of <see cref="Body"/>.</summary>
    /// <value>The default is <c>application/json</c>. <see langword="null"/> sends no <c>Content-Type</c>.</value>
    public string? ContentType { get; init; } = "application/json";

    /// <summary>Gets headers of the reply, in addition to the usual ones or in their place.</summary>
    /// <value>Empty by default. For example <c>retry-after</c>, <c>x-should-retry</c>, <c>x-ratelimit-*</c>.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name or a value cannot stand in a header, or the header frames the body
    /// (<c>Content-Length</c>, <c>Transfer-Encoding</c>, <c>Connection</c>).</exception>
    public IReadOnlyDictionary<string, string> Headers
    {
        get => _headers;
        init => _headers = FaultChecks.Headers(value);
    }

    /// <summary>Gets the wait before the headers of the reply, on the emulator's clock.</summary>
    /// <value>0, the default, to 1 day; or <see cref="Timeout.InfiniteTimeSpan"/> for a reply that never comes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan Delay { get => _delay; init => _delay = FaultChecks.Delay(value); }

    /// <summary>Gets the speed at which the body is sent.</summary>
    /// <value>In bytes a second on the emulator's clock, 1 or more. <see langword="null"/>, the default, sends as fast
    /// as the receiver reads.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? BytesPerSecond
    {
        get => _bytesPerSecond;
        init => _bytesPerSecond = FaultChecks.Range(value, 1, int.MaxValue);
    }

    /// <summary>Gets the number of bytes of the body after which the connection is closed.</summary>
    /// <value>0 or more. <see langword="null"/>, the default, sends the whole body. A shorter body is sent whole.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? CutAfterBytes
    {
        get => _cutAfterBytes;
        init => _cutAfterBytes = FaultChecks.Range(value, 0, long.MaxValue);
    }

    /// <summary>Gets the number of events of a stream after which the connection is closed.</summary>
    /// <value>0 or more. <see langword="null"/>, the default, sends all events. A fault with a number strikes only
    /// streams.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? CutAfterEvents
    {
        get => _cutAfterEvents;
        init => _cutAfterEvents = FaultChecks.Range(value, 0, int.MaxValue);
    }

    /// <summary>Gets a value indicating whether the connection is closed in place of a reply.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Disconnects { get; init; }

    /// <summary>Gets a value indicating whether the base64 of each image has a character that base64 does not allow.
    /// </summary>
    /// <value>The default is <see langword="false"/>. Images behind links are not changed.</value>
    public bool BreaksBase64 { get; init; }

    /// <summary>Gets the number of partial images after which a stream ends with an <c>error</c> event.</summary>
    /// <value>0 or more. A stream with fewer partial images ends after its last one, before the first finished image.
    /// <see langword="null"/>, the default, adds no such event. A fault with a number strikes only streams.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? ErrorAfterPartials
    {
        get => _errorAfterPartials;
        init => _errorAfterPartials = FaultChecks.Range(value, 0, int.MaxValue);
    }

    /// <summary>Gets the stage at which the safety system stopped the request:
    /// <c>moderation_details.moderation_stage</c>.</summary>
    /// <value><c>output</c> refuses after the painting, and a stream after its partial images. Any other word refuses
    /// before the painting. <see langword="null"/>, the default, is a fault of another kind.</value>
    /// <remarks>The words of the refusal depend on the model and the address: those of OpenAI, DALL-E or Azure.
    /// </remarks>
    public string? ModerationStage { get; init; }

    /// <summary>Gets the findings of the safety system: <c>moderation_details.categories</c>.</summary>
    /// <value>Empty by default; the emulator then sends <c>violence</c>.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<string> ModerationCategories
    {
        get => _moderationCategories;
        init => _moderationCategories = [.. value ?? throw new ArgumentNullException(nameof(value))];
    }

    /// <summary>Gets a value indicating whether the fault replaces the usual reply.</summary>
    internal bool ReplacesReply
        => ModerationStage is null && ErrorAfterPartials is null
            && (Status is not null || Code is not null || Body is not null);

    /// <summary>Gets a value indicating whether the fault strikes only streams.</summary>
    internal bool NeedsStream => CutAfterEvents is not null || ErrorAfterPartials is not null;

    /// <summary>429 <c>rate_limit_exceeded</c>.</summary>
    /// <param name="retryAfter">The value of <c>retry-after-ms</c> and, rounded up to seconds, of <c>retry-after</c>.
    /// <see langword="null"/> sends neither header.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative.</exception>
    public static EmulatorFault RateLimit(TimeSpan? retryAfter = null) => ReadyFaults.RateLimit(retryAfter);

    /// <summary>429 <c>insufficient_quota</c>: the account has no credit left.</summary>
    public static EmulatorFault Quota() => ReadyFaults.Quota;

    /// <summary>400 <c>billing_hard_limit_reached</c>: the account has reached its own spending limit.</summary>
    public static EmulatorFault BillingLimit() => ReadyFaults.BillingLimit;

    /// <summary>401 <c>invalid_api_key</c>.</summary>
    public static EmulatorFault Authentication() => ReadyFaults.Authentication;

    /// <summary>400 <c>moderation_blocked</c> before the painting, because of the prompt or the images sent.</summary>
    /// <param name="categories">The findings; <c>violence</c> when empty.</param>
    public static EmulatorFault Moderation(params string[] categories)
        => new() { ModerationStage = "input", ModerationCategories = categories };

    /// <summary>400 <c>moderation_blocked</c> after the painting, because of the image made; a stream sends an
    /// <c>error</c> event after its partial images.</summary>
    /// <param name="categories">The findings; <c>violence</c> when empty.</param>
    public static EmulatorFault OutputModeration(params string[] categories)
        => new() { ModerationStage = "output", ModerationCategories = categories };

    /// <summary>500 <c>server_error</c>.</summary>
    public static EmulatorFault ServerError() => ReadyFaults.ServerError;

    /// <summary>503 <c>server_error</c>: the service is overloaded.</summary>
    /// <param name="retryAfter">As in <see cref="RateLimit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative.</exception>
    public static EmulatorFault Unavailable(TimeSpan? retryAfter = null) => ReadyFaults.Unavailable(retryAfter);

    /// <summary>502 with a page of HTML, as a gateway in front of the service answers.</summary>
    public static EmulatorFault HtmlBadGateway() => ReadyFaults.HtmlBadGateway;

    /// <summary>200 without a body.</summary>
    public static EmulatorFault EmptyBody() => new() { Status = 200, Body = "" };

    /// <summary>200 with an error object, as some compatible servers answer.</summary>
    public static EmulatorFault ErrorWithOk() => ReadyFaults.ErrorWithOk;

    /// <summary>The usual reply, cut short: the connection is closed after some bytes of the body.</summary>
    /// <param name="afterBytes">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static EmulatorFault CutBody(long afterBytes) => new() { CutAfterBytes = afterBytes };

    /// <summary>A stream, cut short: the connection is closed after some events.</summary>
    /// <remarks>The fault strikes only streams.</remarks>
    /// <param name="afterEvents">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static EmulatorFault CutStream(int afterEvents) => new() { CutAfterEvents = afterEvents };

    /// <summary>A stream that ends with an <c>error</c> event.</summary>
    /// <remarks>The fault strikes only streams.</remarks>
    /// <param name="afterPartials">The number of partial images before that event, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static EmulatorFault StreamError(int afterPartials = 0)
        => ReadyFaults.ServerError with { Status = null, ErrorAfterPartials = afterPartials };

    /// <summary>The usual reply with images whose base64 is broken.</summary>
    public static EmulatorFault BrokenBase64() => new() { BreaksBase64 = true };

    /// <summary>The usual reply, after a wait before its headers.</summary>
    /// <param name="delay">0 to 1 day, on the emulator's clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public static EmulatorFault Late(TimeSpan delay) => new() { Delay = delay };

    /// <summary>The usual reply, with a body that is sent slowly.</summary>
    /// <param name="bytesPerSecond">1 or more, on the emulator's clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public static EmulatorFault SlowBody(int bytesPerSecond) => new() { BytesPerSecond = bytesPerSecond };

    /// <summary>No reply at all, until the caller closes the connection or the emulator is disposed of.</summary>
    public static EmulatorFault Hang() => new() { Delay = Timeout.InfiniteTimeSpan };

    /// <summary>The connection is closed in place of a reply.</summary>
    public static EmulatorFault Disconnect() => new() { Disconnects = true };
}

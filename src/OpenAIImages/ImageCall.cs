using OpenAIImages.Calls;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;
using OpenAIImages.Transport;

namespace OpenAIImages;

/// <summary>One call on its journey: what was asked, under which options, by which message, what came back.</summary>
/// <param name="request">What is asked, completed by what the options say for all requests.</param>
/// <param name="options">The options in force when the call began.</param>
/// <param name="destination">The place that images go to; <see langword="null"/> for memory.</param>
/// <param name="telemetry">Watches the call, if anybody listens.</param>
internal sealed class ImageCall(
    ImageRequest request, ImageClientOptions options, ImageDestination? destination, CallTelemetry? telemetry)
    : IDisposable
{
    private HttpRequestMessage? _message;
    private HttpResponseMessage? _reply;
    private CallRecord? _record;

    public ImageRequest Request { get; } = request;

    public ImageClientOptions Options { get; } = options;

    public ImageDestination? Destination { get; private set; } = destination;

    /// <summary>Gets the message that the call goes out by, once there is one.</summary>
    public HttpRequestMessage Message => _message!;

    /// <summary>Gets what is known of the call's attempts, once it is sent.</summary>
    public CallRecord Record => _record!;

    /// <summary>Gets what is known of the reply besides its body, once it has come.</summary>
    public AnsweredCall Answered => new()
    {
        Reply = _reply!,
        Request = Request,
        Options = Options,
        Destination = Destination,
        Record = _record,
    };

    /// <summary>Finds out, before anything is sent, whether the images can go where they are to.</summary>
    /// <param name="log">The log, if there is one.</param>
    /// <exception cref="ImageDestinationException">They cannot.</exception>
    public void BeginDestination(Log? log) => Destination = Destination?.Begin(Request, log);

    /// <summary>Says by which message the call goes out.</summary>
    public void Send(HttpRequestMessage message)
    {
        _message = message;
        _record = CallRecord.GetOrBegin(message);
        telemetry?.Send(message);
    }

    /// <summary>Takes the reply.</summary>
    /// <exception cref="ImageApiException">The service refuses the request.</exception>
    /// <exception cref="ImageDecodeException">The reply announces a body longer than its limit.</exception>
    public async ValueTask AcceptAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        _reply = reply;
        if (!reply.IsSuccessStatusCode)
        {
            throw Record.FindErrorReply(reply) ?? await ErrorDecoder
                .DecodeAsync(reply, Answered.ErrorContext, cancellationToken)
                .ConfigureAwait(false);
        }

        Answered.EnsureWithinLimit();
        telemetry?.Accept(ReplyHeaders.RequestId(reply.Headers));
    }

    /// <summary>Says what limits the headers of a stream tell of.</summary>
    public void Check(ImageRateLimits? limits) => telemetry?.Check(limits);

    /// <summary>Makes the span of this call the current one, where another is current.</summary>
    public void Enter() => telemetry?.Enter();

    /// <summary>Says that a stream brought an event.</summary>
    public void Receive(ImageStreamEvent item)
    {
        Record.Receive(item);
        telemetry?.Receive(item);
    }

    /// <summary>Says that a stream came to its end.</summary>
    public void Complete() => telemetry?.Complete();

    /// <summary>Says that the call succeeded.</summary>
    public ImageResult Complete(ImageResult result) => telemetry?.Complete(result) ?? result;

    /// <summary>Gets whether the caller has cancelled what may have been billed.</summary>
    public bool IsPaidFor(CancellationToken cancellationToken)
        => cancellationToken.IsCancellationRequested && _record is { MayHaveBeenBilled: true };

    /// <summary>Makes the exception for a caller who has cancelled what may have been billed.</summary>
    public ImageCallCanceledException Cancel(Exception cause, CancellationToken cancellationToken)
    {
        var canceled = CallFailure.Canceled(Record, cause, cancellationToken);
        telemetry?.Fail(canceled);

        return canceled;
    }

    /// <summary>Says on an exception what the call knows, and to telemetry that the call failed.</summary>
    /// <returns><see langword="false"/>, so that a filter may ask.</returns>
    public bool Fail(Exception e)
    {
        if (_record is not null)
        {
            CallFailure.Complete(_record, e);
        }

        telemetry?.Fail(e);

        return false;
    }

    public void Dispose()
    {
        _reply?.Dispose();
        _message?.Dispose();
        telemetry?.Dispose();
    }
}

using OpenAIImages.Calls;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;
using OpenAIImages.Transport;

namespace OpenAIImages;

/// <summary>The state of one call: its request, options and destination, then its message, then its reply.</summary>
/// <param name="request">The request, completed from the options.</param>
/// <param name="options">The options in force when the call began.</param>
/// <param name="destination">The destination of the images; <see langword="null"/> for memory.</param>
/// <param name="telemetry">Observes the call; <see langword="null"/> without a listener.</param>
internal sealed class ImageCall(
    ImageRequest request, ImageClientOptions options, ImageDestination? destination, CallTelemetry? telemetry)
    : IDisposable
{
    private HttpRequestMessage? _message;
    private HttpResponseMessage? _reply;
    private CallRecord? _record;

    public ImageRequest Request { get; } = request;

    /// <summary>Gets the request that the program made; <see cref="Request"/> may be a copy of it.</summary>
    public required ImageRequest Origin { get; init; }

    public ImageClientOptions Options { get; } = options;

    public ImageDestination? Destination { get; private set; } = destination;

    /// <summary>Gets the message, once <see cref="AttachMessage"/> was called.</summary>
    public HttpRequestMessage Message => _message!;

    /// <summary>Gets the facts about the call's attempts, once <see cref="AttachMessage"/> was called.</summary>
    public CallRecord Record => _record!;

    /// <summary>Gets the facts that decoders need besides the body of the reply, once the reply has come.</summary>
    public AnsweredCall Answered => new()
    {
        Reply = _reply!,
        Request = Request,
        Options = Options,
        Destination = Destination,
        Record = _record,
    };

    /// <summary>Checks that the destination can take the images, before the client sends anything.</summary>
    /// <param name="log">The log, if there is one.</param>
    /// <exception cref="ImageDestinationException">The destination cannot take them.</exception>
    public void PrepareDestination(Log? log) => Destination = Destination?.Prepare(Request, log);

    /// <summary>Takes the message that carries the call.</summary>
    public void AttachMessage(HttpRequestMessage message)
    {
        _message = message;
        _record = CallRecord.GetOrBegin(message);
        telemetry?.AttachTo(message);
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

    /// <summary>Warns in the log if one of the limits in the headers of a stream runs low.</summary>
    public void CheckLimits(ImageRateLimits? limits) => telemetry?.CheckLimits(limits);

    /// <summary>Makes the span of this call the current one.</summary>
    public void MakeSpanCurrent() => telemetry?.MakeSpanCurrent();

    /// <summary>Records that a stream brought an event.</summary>
    public void Receive(ImageStreamEvent item)
    {
        Record.Receive(item);
        telemetry?.Receive(item);
    }

    /// <summary>Records that a stream ended.</summary>
    public void Complete() => telemetry?.Complete();

    /// <summary>Records that the call succeeded.</summary>
    public ImageResult Complete(ImageResult result) => telemetry?.Complete(result) ?? result;

    /// <summary>Ends the call with an exception: adds the facts about the call to it, and reports it to
    /// telemetry.</summary>
    /// <param name="e">The exception.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The exception to throw instead, when the caller cancelled a call that may have been billed. Otherwise
    /// <see langword="null"/>, so that an exception filter lets the exception pass.</returns>
    public ImageCallCanceledException? Fail(Exception e, CancellationToken cancellationToken)
    {
        ImageCallCanceledException? canceled = null;
        if (_record is { } record)
        {
            CallFailure.Complete(record, e);
            canceled = e is OperationCanceledException
                && cancellationToken.IsCancellationRequested
                && record.MayHaveBeenBilled
                    ? CallFailure.Canceled(record, e, cancellationToken)
                    : null;
        }

        telemetry?.Fail(canceled ?? e);

        return canceled;
    }

    public void Dispose()
    {
        _reply?.Dispose();
        _message?.Dispose();
        telemetry?.Dispose();
    }
}

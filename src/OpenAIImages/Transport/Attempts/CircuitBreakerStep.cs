using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Adds the circuit breaker to a pipeline, and decides which attempts count as faults of the
/// service.</summary>
internal static class CircuitBreakerStep
{
    /// <summary>Adds a circuit breaker with the figures of the options.</summary>
    public static void AddTo(ResiliencePipelineBuilder<HttpResponseMessage> builder, ImageClientOptions options)
        => builder.AddCircuitBreaker(CreateOptions(options.CircuitBreaker));

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> CreateOptions(
        ImageCircuitBreakerOptions options) => new()
        {
            FailureRatio = options.FailureRatio,
            MinimumThroughput = options.MinimumThroughput,
            SamplingDuration = options.SamplingDuration,
            BreakDuration = options.BreakDuration,
            ShouldHandle = static arguments => new(IsFaultOfService(
                arguments.Outcome, CallAttempts.From(arguments.Context), arguments.Context.CancellationToken)),
            OnOpened = static arguments =>
            {
                CallAttempts.From(arguments.Context).Log?.CircuitOpened(arguments.BreakDuration);

                return default;
            },
            OnClosed = static arguments =>
            {
                CallAttempts.From(arguments.Context).Log?.CircuitClosed();

                return default;
            },
        };

    // Too many calls are not a fault of the service. A refused prompt or a spent quota is a fault of the caller,
    // whatever its status.
    private static bool IsFaultOfService(
        Outcome<HttpResponseMessage> outcome, CallAttempts call, CancellationToken cancellationToken)
    {
        if (outcome.Result is not { } reply)
        {
            return outcome.Exception is TimeoutRejectedException
                || (outcome.Exception is { } fault && TransportFault.IsTransportFault(fault, cancellationToken));
        }

        return reply.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
            && call.Failure is not { ErrorReply.IsFinal: true };
    }
}

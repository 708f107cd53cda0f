using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Decides which attempts speak against the service, so that the circuit opens.</summary>
internal static class CircuitBreakerStep
{
    /// <summary>Adds the circuit breaker that the options describe.</summary>
    public static void AddTo(ResiliencePipelineBuilder<HttpResponseMessage> builder, ImageClientOptions options)
        => builder.AddCircuitBreaker(Describe(options.CircuitBreaker));

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Describe(
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

    // Too many calls are no failure of the service, and a refused prompt or a spent quota is the caller's own, whatever
    // status it comes under.
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

using OpenAIImages.Calls;
using OpenAIImages.Diagnostics;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Runs a call through its resilience pipeline, and says in our own exceptions how it failed.</summary>
/// <param name="currentOptions">Returns the options in force now, for messages that bring none along.</param>
/// <param name="log">Is told of every retry.</param>
/// <param name="random">Returns a number from 0 up to 1, for the jitter of waits.</param>
/// <remarks>
/// Most calls succeed at once: a pipeline that would only repeat them is not entered before something went wrong, and
/// then is given that for its first attempt.
/// Others may put retrying handlers around ours, and some hosts do so for every client. What may have been made and
/// billed is not sent again for them: the message remembers. Nor is it for a pipeline of the user's own.
/// </remarks>
internal sealed class ResilienceHandler(
    Func<ImageClientOptions> currentOptions, Log? log, Func<double> random)
    : DelegatingHandler
{
    private readonly OfOptions<ResiliencePipeline<HttpResponseMessage>> _pipeline = new(ResiliencePipelines.For);

    private bool _isAuthenticated;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EnsureAuthenticated();
        var options = CallRecord.GetOrBegin(request).Options ??= currentOptions();
        var call = new CallAttempts(request, options, log, random);
        try
        {
            var outcome = options.HasRetriesAlone
                ? await AttemptAsync(call, cancellationToken).ConfigureAwait(false)
                : default;
            if (outcome.Result is not { IsSuccessStatusCode: true })
            {
                var run = new PipelineExecution(this, call, options.HasRetriesAlone ? outcome : null);
                outcome = await run.ThroughAsync(_pipeline.Of(options), cancellationToken).ConfigureAwait(false);
            }

            outcome.ThrowIfException();

            return outcome.Result!;
        }
        catch (TimeoutRejectedException e)
        {
            throw call.Complete(ImageTransportException.TimedOut(call.LimitBehind(e.Timeout), e));
        }
        catch (BrokenCircuitException e)
        {
            // It holds what the circuit opened for: a fault of another call.
            var cause = e.InnerException is null ? e : new BrokenCircuitException(e.Message);

            throw call.Complete(ImageCallRejectedException.CircuitIsOpen(e.RetryAfter, cause, call.LastFault));
        }
        catch (ExecutionRejectedException e)
        {
            throw call.Complete(ImageCallRejectedException.ByPipeline(e, call.LastFault));
        }
        catch (Exception e) when (TransportFault.IsTransportFault(e, cancellationToken))
        {
            throw call.Complete(call.WasSent || call.Record.MayHaveBeenBilled
                ? ImageTransportException.ConnectionLost(e)
                : ImageTransportException.CouldNotConnect(
                    request.RequestUri?.Authority, e, !TransportFault.IsCertificateRefused(e)));
        }
    }

    // Without the innermost handler a request would go out with redirects on and without the key. The chain of handlers
    // no longer changes once it is in use, so one look is enough.
    private void EnsureAuthenticated()
    {
        if (!_isAuthenticated && !(_isAuthenticated = AuthenticationHandler.IsWithin(this)))
        {
            throw ImageTransportException.NotSent(
                "the handler that adds the key is missing from the HTTP client. AddImageClient puts it around the " +
                "primary handler by an IHttpMessageHandlerBuilderFilter; the services of that type were removed, or " +
                "another of them replaced the primary handler. Remove such services before AddImageClient or not at " +
                "all (RemoveAllLoggers() silences the logs of an HTTP client), and give the primary handler by " +
                "ConfigurePrimaryHttpMessageHandler().");
        }
    }

    // What goes wrong is returned and not thrown: the pipeline looks at it in any case.
    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(
        CallAttempts call, CancellationToken cancellationToken)
    {
        if (call is
            {
                IsUnderWay: false,
                Record.MayHaveBeenBilled: true,
                IsAllowedAgain: false,
                Options.RetryUnknownOutcome: false,
            })
        {
            return Outcome.FromException<HttpResponseMessage>(
                call.Complete(ImageTransportException.NotSentAgain()));
        }

        call.ReportForeignRetry();
        if (!call.BeginAttempt())
        {
            return Outcome.FromException<HttpResponseMessage>(
                call.Complete(ImageTransportException.NotSentTwiceAtOnce()));
        }

        Outcome<HttpResponseMessage> outcome;
        var time = call.TimeForAttempt();
        using var limit = AttemptLimit.Begin(call.Options.TimeProvider, time, cancellationToken);
        try
        {
            var reply = await base.SendAsync(call.Message, limit.Token).ConfigureAwait(false);

            outcome = Outcome.FromResult(reply);
        }
        catch (OperationCanceledException e) when (limit.IsOver)
        {
            outcome = Outcome.FromException<HttpResponseMessage>(
                new TimeoutRejectedException("The attempt ran out of time.", time, PlatformCause.Harmless(e)!));
        }
        catch (Exception e)
        {
            // A picture that cannot be read while it is sent is no fault of the network, though some handlers say so.
            outcome = Outcome.FromException<HttpResponseMessage>(e.InnerException as ImageInputException ?? e);
        }

        if (outcome.Result is { IsSuccessStatusCode: true })
        {
            call.EndAttempt();

            return outcome;
        }

        return await call.FailAttemptAsync(outcome, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The way of one call through a pipeline.</summary>
    /// <param name="handler">Makes the attempts.</param>
    /// <param name="call">The call.</param>
    /// <param name="first">What came of the first attempt, if it was made before.</param>
    private sealed class PipelineExecution(
        ResilienceHandler handler, CallAttempts call, Outcome<HttpResponseMessage>? first)
    {
        private Outcome<HttpResponseMessage>? _first = first;

        public async ValueTask<Outcome<HttpResponseMessage>> ThroughAsync(
            ResiliencePipeline<HttpResponseMessage> pipeline, CancellationToken cancellationToken)
        {
            if (call.Options.OwnPipeline is null)
            {
                return await RunAsync(pipeline, cancellationToken).ConfigureAwait(false);
            }

            // Ours keep to the time of the call by themselves.
            using var limit = new CallLimit(call, cancellationToken);
            var outcome = await RunAsync(pipeline, limit.Token).ConfigureAwait(false);

            return outcome.Exception is OperationCanceledException late && limit.IsOver
                ? Outcome.FromException<HttpResponseMessage>(
                    new TimeoutRejectedException("The call ran out of time.", call.TotalTimeout, late))
                : outcome;
        }

        private async ValueTask<Outcome<HttpResponseMessage>> RunAsync(
            ResiliencePipeline<HttpResponseMessage> pipeline, CancellationToken cancellationToken)
        {
            var context = ResilienceContextPool.Shared.Get(cancellationToken);
            call.AttachTo(context);
            try
            {
                var outcome = await pipeline
                    .ExecuteOutcomeAsync(
                        static (context, run) => run.AttemptAsync(context.CancellationToken), context, this)
                    .ConfigureAwait(false);

                // A pipeline whose caller has gone by now does not even begin.
                _first?.Result?.Dispose();

                return outcome;
            }
            finally
            {
                ResilienceContextPool.Shared.Return(context);
            }
        }

        private ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(CancellationToken cancellationToken)
        {
            if (_first is not { } first)
            {
                return handler.AttemptAsync(call, cancellationToken);
            }

            _first = null;

            return new(first);
        }
    }
}

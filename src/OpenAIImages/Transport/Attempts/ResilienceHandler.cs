using OpenAIImages.Calls;
using OpenAIImages.Diagnostics;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Makes the attempts of a call through its resilience pipeline, and turns failures into our own
/// exceptions.</summary>
/// <param name="currentOptions">Returns the options in force now, for messages without options.</param>
/// <param name="log">Takes the messages about retries.</param>
/// <param name="random">Returns a number from 0 up to 1, for the jitter of waits.</param>
/// <remarks>
/// Users may put retrying handlers around this one, and some hosts do so for every client. Neither these handlers nor a
/// pipeline of the user can repeat an attempt that may have been billed, since the <see cref="CallRecord"/> on the
/// message counts it.
/// </remarks>
internal sealed class ResilienceHandler(
    Func<ImageClientOptions> currentOptions, Log? log, Func<double> random)
    : DelegatingHandler
{
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
            var outcome = await new PipelineExecution(this, call).RunAsync(cancellationToken).ConfigureAwait(false);
            outcome.ThrowIfException();

            return outcome.Result!;
        }
        catch (TimeoutRejectedException e)
        {
            throw call.Complete(ImageTransportException.TimedOut(call.LimitToName(e.Timeout), e));
        }
        catch (BrokenCircuitException e)
        {
            // The inner exception is the fault of another call, which opened the circuit.
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

    // Without the innermost handler, a request would go out without the key and with redirects on. The chain of
    // handlers does not change once it is in use, so one check is enough.
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

    // The method returns a fault and does not throw it, since the pipeline examines outcomes.
    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(
        CallAttempts call, CancellationToken cancellationToken)
    {
        if (call is
            {
                IsUnderWay: false,
                Record.MayHaveBeenBilled: true,
                IsAllowedAgain: false,
            }
            && (call.Record.IsLookedUp || !call.Options.RetryUnknownOutcome))
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
        using var limit = TimeLimit.Begin(call.Options.TimeProvider, time, cancellationToken);
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
            // An input that fails while it is sent is not a fault of the network, although some handlers throw it as
            // one.
            outcome = Outcome.FromException<HttpResponseMessage>(
                e.InnerException is ImageInputException or ImageBatchException ? e.InnerException : e);
        }

        if (outcome.Result is { IsSuccessStatusCode: true })
        {
            call.EndAttempt();

            return outcome;
        }

        return await call.FailAttemptAsync(outcome, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs one call through its pipeline.</summary>
    /// <param name="handler">Makes the attempts.</param>
    /// <param name="call">The call.</param>
    /// <remarks>
    /// A pipeline that has only our retries starts when the first attempt has failed, and gets the outcome of that
    /// attempt as its first outcome. Most calls succeed at once, and a pipeline costs a tenth of the time of a small
    /// call, which may take 0.8 times that of the official package. A limiter, a circuit breaker and the user's
    /// pipeline enclose every attempt, also the first one.
    /// </remarks>
    private sealed class PipelineExecution(ResilienceHandler handler, CallAttempts call)
    {
        private Outcome<HttpResponseMessage>? _firstOutcome;

        public async ValueTask<Outcome<HttpResponseMessage>> RunAsync(CancellationToken cancellationToken)
        {
            if (call.Options.HasOnlyRetries)
            {
                var outcome = await handler.AttemptAsync(call, cancellationToken).ConfigureAwait(false);
                if (outcome.Result is { IsSuccessStatusCode: true })
                {
                    return outcome;
                }

                _firstOutcome = outcome;
            }

            return call.Options.UserPipeline is null
                ? await EnterAsync(cancellationToken).ConfigureAwait(false)
                : await EnterWithinTotalTimeAsync(cancellationToken).ConfigureAwait(false);
        }

        // Our own retries observe the time limit of the call. The user's pipeline does not know this limit.
        private async ValueTask<Outcome<HttpResponseMessage>> EnterWithinTotalTimeAsync(
            CancellationToken cancellationToken)
        {
            using var limit = TimeLimit.Begin(
                call.Options.TimeProvider, call.TotalTimeout, cancellationToken, call.TimeLeft);
            var outcome = await EnterAsync(limit.Token).ConfigureAwait(false);

            return outcome.Exception is OperationCanceledException late && limit.IsOver
                ? Outcome.FromException<HttpResponseMessage>(
                    new TimeoutRejectedException("The call ran out of time.", call.TotalTimeout, late))
                : outcome;
        }

        private async ValueTask<Outcome<HttpResponseMessage>> EnterAsync(CancellationToken cancellationToken)
        {
            var context = ResilienceContextPool.Shared.Get(cancellationToken);
            call.AttachTo(context);
            try
            {
                var outcome = await ServiceRoute.For(call.Options).Pipeline
                    .ExecuteOutcomeAsync(
                        static (context, execution) => execution.AttemptAsync(context.CancellationToken),
                        context,
                        this)
                    .ConfigureAwait(false);

                // A pipeline whose token is cancelled already makes no attempt and takes no outcome.
                _firstOutcome?.Result?.Dispose();

                return outcome;
            }
            finally
            {
                ResilienceContextPool.Shared.Return(context);
            }
        }

        private ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(CancellationToken cancellationToken)
        {
            if (_firstOutcome is not { } first)
            {
                return handler.AttemptAsync(call, cancellationToken);
            }

            _firstOutcome = null;

            return new(first);
        }
    }
}

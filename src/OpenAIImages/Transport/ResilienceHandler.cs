using OpenAIImages.Diagnostics;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Runs a call through its resilience pipeline, and says in our own exceptions how it failed.</summary>
/// <param name="currentOptions">Returns the options in force now; asked once a call.</param>
/// <param name="authentication">Says in each attempt who is calling.</param>
/// <param name="log">Is told of every retry.</param>
/// <param name="random">Returns a number from 0 up to 1, for the jitter of waits.</param>
/// <remarks>
/// Others may put retrying handlers around ours, and some hosts do so for every client. What may have been made and
/// billed is not sent again for them: the message remembers. Nor is it for a pipeline of the user's own.
/// </remarks>
internal sealed class ResilienceHandler(
    Func<ImageClientOptions> currentOptions, Authentication authentication, Log? log, Func<double> random)
    : DelegatingHandler
{
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? _send;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var options = currentOptions();
        var call = new Call(request, options, log, random);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        call.Enter(context);
        try
        {
            var outcome = await ResiliencePipelines.For(options)
                .ExecuteOutcomeAsync(
                    static (context, handler) => handler.AttemptAsync(Call.Of(context), context.CancellationToken),
                    context, this)
                .ConfigureAwait(false);
            outcome.ThrowIfException();

            return outcome.Result!;
        }
        catch (TimeoutRejectedException e)
        {
            throw ImageTransportException.TimedOut(call.LimitBehind(e.Timeout), call.IsOutcomeUnknown, e);
        }
        catch (BrokenCircuitException e)
        {
            throw ImageCallRejectedException.CircuitIsOpen(e.RetryAfter, e, call.IsOutcomeUnknown, call.LastFault);
        }
        catch (ExecutionRejectedException e)
        {
            throw ImageCallRejectedException.ByPipeline(e, call.IsOutcomeUnknown, call.LastFault);
        }
        catch (Exception e) when (TransportFault.Is(e, cancellationToken))
        {
            throw call.WasSent || call.IsOutcomeUnknown
                ? ImageTransportException.ConnectionLost(call.IsOutcomeUnknown, e)
                : ImageTransportException.CouldNotConnect(e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // What goes wrong is returned and not thrown: the pipeline looks at it in any case.
    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        if (call is { IsOutcomeUnknown: true, IsAllowedAgain: false, Options.RetryUnknownOutcome: false })
        {
            return Outcome.FromException<HttpResponseMessage>(ImageTransportException.NotSentAgain());
        }

        call.ReportForeignRetry();
        if (!call.BeginAttempt())
        {
            return Outcome.FromException<HttpResponseMessage>(
                ImageTransportException.NotSentTwiceAtOnce(call.IsOutcomeUnknown));
        }

        var outcome = default(Outcome<HttpResponseMessage>);
        var time = call.TimeForAttempt();
        using var limit = AttemptLimit.Begin(call.Options.TimeProvider, time, cancellationToken);
        try
        {
            var reply = await authentication
                .SendAsync(call.Message, _send ??= base.SendAsync, limit.Token)
                .ConfigureAwait(false);

            return outcome = Outcome.FromResult(reply);
        }
        catch (OperationCanceledException e) when (limit.IsOver)
        {
            return outcome = Outcome.FromException<HttpResponseMessage>(
                new TimeoutRejectedException("The attempt ran out of time.", time, e));
        }
        catch (Exception e)
        {
            return outcome = Outcome.FromException<HttpResponseMessage>(e);
        }
        finally
        {
            call.EndAttempt(outcome);
        }
    }
}

using System.Net;
using Polly;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Runs a call through its resilience pipeline, and says in our own exceptions how it failed.</summary>
/// <param name="currentOptions">Returns the options in force now; asked once a call.</param>
/// <param name="pipeline">The pipeline.</param>
/// <remarks>
/// Others may put retrying handlers around ours, and some hosts do so for every client. What may have been made and
/// billed is not sent again for them: the message remembers.
/// </remarks>
internal sealed class ResilienceHandler(
    Func<ImageClientOptions> currentOptions, ResiliencePipeline<HttpResponseMessage> pipeline) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var options = currentOptions();
        if (request.IsOutcomeUnknown() && !options.RetryUnknownOutcome)
        {
            throw ImageTransportException.NotSentAgain();
        }

        var call = new Call(request, options, options.TimeProvider.GetTimestamp());
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        call.Enter(context);
        try
        {
            var outcome = await pipeline
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
        var isAnswered = false;
        call.BeginAttempt();
        try
        {
            var reply = await base.SendAsync(call.Message, cancellationToken).ConfigureAwait(false);
            isAnswered = reply.StatusCode != HttpStatusCode.GatewayTimeout;

            return Outcome.FromResult(reply);
        }
        catch (Exception e)
        {
            return Outcome.FromException<HttpResponseMessage>(e);
        }
        finally
        {
            call.EndAttempt(isAnswered);
        }
    }
}

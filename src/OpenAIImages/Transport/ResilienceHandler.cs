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
            return await pipeline
                .ExecuteAsync(
                    static (context, handler) => handler.AttemptAsync(Call.Of(context), context.CancellationToken),
                    context, this)
                .ConfigureAwait(false);
        }
        catch (TimeoutRejectedException e)
        {
            throw ImageTransportException.TimedOut(e.Timeout, call.IsOutcomeUnknown, e);
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

    private async ValueTask<HttpResponseMessage> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        var isAnswered = false;
        call.BeginAttempt();
        try
        {
            var reply = await base.SendAsync(call.Message, cancellationToken).ConfigureAwait(false);
            isAnswered = reply.StatusCode != HttpStatusCode.GatewayTimeout;

            return reply;
        }
        finally
        {
            call.EndAttempt(isAnswered);
        }
    }
}

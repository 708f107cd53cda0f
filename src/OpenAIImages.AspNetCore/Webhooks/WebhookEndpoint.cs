using Microsoft.AspNetCore.Http;

namespace OpenAIImages.AspNetCore.Webhooks;

/// <summary>Takes deliveries: verifies each, and has it handled once.</summary>
/// <param name="webhook">Verifies deliveries.</param>
/// <param name="store">Remembers which deliveries were handled.</param>
/// <param name="lease">How long a claim holds.</param>
/// <param name="handler">The application's own code.</param>
internal sealed class WebhookEndpoint(
    ImageWebhook webhook,
    IImageWebhookStore store,
    TimeSpan lease,
    Func<ImageWebhookEvent, IServiceProvider, CancellationToken, Task> handler)
{
    // The service delivers again for three days. The time of a delivery may be off by the tolerance.
    private static readonly TimeSpan DeliveryTime = TimeSpan.FromHours(72);

    public async Task HandleAsync(HttpContext context)
        => context.Response.StatusCode = await AnswerAsync(context).ConfigureAwait(false);

    private async Task<int> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var body = await WebhookRequest.ReadBodyAsync(request, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        ImageWebhookEvent happened;
        try
        {
            happened = webhook.Verify(
                WebhookRequest.HeaderOf(request, "webhook-id"),
                WebhookRequest.HeaderOf(request, "webhook-timestamp"),
                WebhookRequest.HeaderOf(request, "webhook-signature"),
                body);
        }
        catch (ImageWebhookException e)
        {
            Log.WebhookRefused(context, e.Problem.ToString());

            return StatusCodes.Status400BadRequest;
        }

        if (string.IsNullOrWhiteSpace(happened.DeliveryId))
        {
            // Without an id, a delivery that comes again cannot be told.
            Log.WebhookRefused(context, "EmptyId");

            return StatusCodes.Status400BadRequest;
        }

        return await store.BeginAsync(happened.DeliveryId, lease, context.RequestAborted).ConfigureAwait(false) switch
        {
            ImageWebhookClaim.Done => StatusCodes.Status204NoContent,
            ImageWebhookClaim.UnderWay => StatusCodes.Status409Conflict,
            _ => await CallAsync(happened, context).ConfigureAwait(false),
        };
    }

    // A delivery is remembered only once the handler has returned. Any other end makes the service deliver it again.
    private async Task<int> CallAsync(ImageWebhookEvent happened, HttpContext context)
    {
        try
        {
            await handler(happened, context.RequestServices, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.WebhookFailed(context, happened.DeliveryId, e);
            await store.ReleaseAsync(happened.DeliveryId, CancellationToken.None).ConfigureAwait(false);

            return StatusCodes.Status500InternalServerError;
        }

        await store
            .KeepAsync(happened.DeliveryId, webhook.Tolerance + DeliveryTime, CancellationToken.None)
            .ConfigureAwait(false);

        return StatusCodes.Status204NoContent;
    }
}

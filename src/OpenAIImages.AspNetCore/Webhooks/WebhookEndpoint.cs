using Microsoft.AspNetCore.Http;

namespace OpenAIImages.AspNetCore.Webhooks;

/// <summary>Receives deliveries, verifies each, and calls the handler once for it.</summary>
/// <param name="webhook">Verifies deliveries.</param>
/// <param name="store">Remembers the handled deliveries.</param>
/// <param name="lease">The time after which the claim of a dead process ends.</param>
/// <param name="handler">The application's own code.</param>
internal sealed class WebhookEndpoint(
    ImageWebhook webhook,
    IImageWebhookStore store,
    TimeSpan lease,
    Func<ImageWebhookEvent, IServiceProvider, CancellationToken, Task> handler)
{
    // The service repeats deliveries for three days, and the time of a delivery may be off by the tolerance.
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
            // Without an id, a repeated delivery cannot be recognized.
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

    // The store remembers a delivery only after the handler has returned. After any other end, the service delivers it
    // again.
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

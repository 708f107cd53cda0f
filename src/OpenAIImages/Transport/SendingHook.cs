using System.Runtime.ExceptionServices;
using OpenAIImages.Calls;

namespace OpenAIImages.Transport;

/// <summary>Calls <see cref="ImageClientOptions.BeforeSending"/>, and passes its exception to the caller.</summary>
/// <remarks>
/// Retries, limiters and the loggers of the HTTP factory enclose the call of the hook. They see an exception of ours.
/// So no text of the user gets into a log, and no exception of the user counts as a fault of the network. The caller
/// gets the user's own exception.
/// </remarks>
internal static class SendingHook
{
    /// <summary>Calls the hook, if there is one and the attempt is paid.</summary>
    /// <exception cref="ImageTransportException">The hook failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the hook ended.</exception>
    public static ValueTask RunAsync(
        CallRecord call, ImageClientOptions options, CancellationToken cancellationToken)
        => options.BeforeSending is { } hook && call is { CostsMoney: true, Request: { } request }
            ? RunAsync(hook, request, call, cancellationToken)
            : default;

    /// <summary>Throws the original exception of a hook, unless an earlier attempt of the call may have been billed and
    /// the exception cannot say so.</summary>
    /// <param name="fault">The exception of the hook.</param>
    /// <param name="call">The record of the call.</param>
    public static void Rethrow(Exception fault, CallRecord call)
    {
        if (fault is ImageClientException)
        {
            CallFailure.Complete(call, fault);
        }
        else if (call.MayHaveBeenBilled)
        {
            return;
        }
        else
        {
            UnsentFault.Mark(fault);
        }

        ExceptionDispatchInfo.Capture(fault).Throw();
    }

    private static async ValueTask RunAsync(
        Func<ImageSendingContext, CancellationToken, ValueTask> hook,
        ImageRequest request,
        CallRecord call,
        CancellationToken cancellationToken)
    {
        var context = new ImageSendingContext(request)
        {
            Attempt = call.Attempts,
            ClientRequestId = call.ClientRequestId,
            Images = call.Images,
        };
        try
        {
            await WithResult(hook(context, cancellationToken))
                .OrAbandonAsync(onLateResult: null, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw PlatformCause.Cancelled(e, cancellationToken);
        }
        catch (Exception e)
        {
            throw ImageTransportException.BeforeSendingFailed(e);
        }

        // The platform may begin to send even though the token is cancelled already.
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static async ValueTask<bool> WithResult(ValueTask work)
    {
        await work.ConfigureAwait(false);

        return true;
    }
}

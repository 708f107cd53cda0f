using System.Runtime.ExceptionServices;
using OpenAIImages.Calls;

namespace OpenAIImages.Transport;

/// <summary>Calls <see cref="ImageClientOptions.BeforeSending"/>, and brings its exception to the caller.</summary>
/// <remarks>
/// Retries, limiters and the loggers of the HTTP factory stand around the place of the call. They see an exception of
/// ours: no text of the user's comes into a log, and an exception that looks like a fault of the network is not taken
/// for one. The caller gets the user's own.
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

    /// <summary>Throws the exception of a hook as it is. An exception that cannot say that an earlier attempt of the
    /// call may have been billed is not thrown.</summary>
    /// <param name="fault">What the hook threw.</param>
    /// <param name="call">What is known of the call.</param>
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

        // The platform may begin to send though the token is cancelled already.
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static async ValueTask<bool> WithResult(ValueTask work)
    {
        await work.ConfigureAwait(false);

        return true;
    }
}

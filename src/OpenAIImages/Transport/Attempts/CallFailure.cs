using OpenAIImages.Calls;

namespace OpenAIImages.Transport;

/// <summary>Says on the exception that ends a call what the call knows and the place that threw it does not.</summary>
internal static class CallFailure
{
    /// <summary>Completes an exception, whatever stage it comes from.</summary>
    /// <param name="call">The call that it ends.</param>
    /// <param name="e">The exception.</param>
    /// <returns><see langword="false"/>, so that a filter may ask.</returns>
    public static bool Complete(CallRecord call, Exception e)
    {
        if (e is not ImageClientException failure)
        {
            return false;
        }

        if (failure is ImageRateLimitException limited)
        {
            limited.Attempts = call.Attempts;
        }

        bool? isTransient = null;
        if (failure is ImageApiException refusal)
        {
            if (call.IsAnswered)
            {
                var verdict = RetryTable.Judge(new FailedAttempt
                {
                    ErrorReply = refusal,
                    WasSent = true,
                    IsWhollySent = true,
                    IsAnswered = true,
                    HasPicture = call.HasPicture,
                    CostsMoney = call.CostsMoney,
                });
                call.Fail(verdict.MayHaveBeenBilled, verdict.IsTransient);
            }

            isTransient = call.IsTransient;
        }

        failure.AddCallFacts(
            call.PossiblyBilledAttempts, isTransient, WholeOf(call.Received), call.ClientRequestId);

        return false;
    }

    /// <summary>Makes the exception of a call that its caller cancelled and that may have been billed.</summary>
    public static ImageCallCanceledException Canceled(
        CallRecord call, Exception cause, CancellationToken cancellationToken)
        => new(cause, cancellationToken)
        {
            PossiblyBilledAttempts = call.PossiblyBilledAttempts,
            Received = WholeOf(call.Received),
            ClientRequestId = call.ClientRequestId,
        };

    private static ImageOutput[] WholeOf(IReadOnlyList<ImageOutput> images)
        => images.Count == 0 ? [] : [.. images.Where(image => !image.IsWithheld)];
}

using OpenAIImages.Calls;

namespace OpenAIImages.Transport;

/// <summary>Adds facts about the call to the exception that ends it, which its thrower does not know.</summary>
internal static class CallFailure
{
    /// <summary>Completes an exception of any stage.</summary>
    /// <param name="call">The call that the exception ends.</param>
    /// <param name="e">The exception.</param>
    /// <returns><see langword="false"/>, for use in an exception filter.</returns>
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
        if (failure is ImageApiException error)
        {
            if (call.IsAnswered)
            {
                var verdict = RetryTable.Judge(new FailedAttempt
                {
                    ErrorReply = error,
                    WasSent = true,
                    IsWhollySent = true,
                    IsAnswered = true,
                    HasImage = call.HasImage,
                    CostsMoney = call.CostsMoney,
                });
                call.Fail(verdict.MayHaveBeenBilled, verdict.IsTransient);
            }

            isTransient = call.IsTransient;
        }

        failure.AddCallFacts(
            call.PossiblyBilledAttempts, isTransient, WithoutWithheld(call.Received), call.ClientRequestId);

        return false;
    }

    /// <summary>Makes the exception for a call that its caller cancelled and that may have been billed.</summary>
    public static ImageCallCanceledException Canceled(
        CallRecord call, Exception cause, CancellationToken cancellationToken)
        => new(cause, cancellationToken)
        {
            PossiblyBilledAttempts = call.PossiblyBilledAttempts,
            Received = WithoutWithheld(call.Received),
            ClientRequestId = call.ClientRequestId,
        };

    private static ImageOutput[] WithoutWithheld(IReadOnlyList<ImageOutput> images)
        => images.Count == 0 ? [] : [.. images.Where(image => !image.IsWithheld)];
}

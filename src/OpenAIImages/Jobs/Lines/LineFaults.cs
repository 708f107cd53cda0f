using System.Net;
using OpenAIImages.Calls;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Transport;

namespace OpenAIImages.Jobs;

/// <summary>Makes the exception of a failed request from its line: the same as a single call would have
/// thrown.</summary>
internal static class LineFaults
{
    /// <summary>Returns the exception of a line.</summary>
    /// <param name="line">The line, which holds no result.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="options">The options of the client.</param>
    /// <param name="number">The number of the line.</param>
    public static ImageClientException Of(
        LineTokenizer line, ImageBatch batch, ImageClientOptions options, int number)
    {
        var context = new ErrorContext(options.TimeProvider, key: options.ApiKey);
        if (line.IsRefused)
        {
            var error = ErrorDecoder.Decode(line.Body ?? line.Error, line.Status!.Value, headers: null, context);
            error.AddLineFacts(line.RequestId, line.Status);

            return error;
        }

        if (line.Error is not { } said)
        {
            return new ImageDecodeException(
                $"Line {number} of the results of the batch {batch.Id} holds neither a reply nor an error.");
        }

        // Only the words of the error are used here, since a request that was not made has no status.
        var words = ErrorDecoder.Decode(said, HttpStatusCode.OK, headers: null, context);
        var problem = words.Code switch
        {
            "batch_expired" => ImageBatchProblem.Expired,
            "batch_cancelled" or "batch_canceled" => ImageBatchProblem.Cancelled,
            _ => ImageBatchProblem.NotExecuted,
        };

        return ImageBatchException.NotMade(
            problem, batch, line.Id, words.Code, words.Reason ?? words.Code ?? "the service does not say why.");
    }

    /// <summary>Adds to an exception the facts of its request: whether the service may have billed it, and the images
    /// that came.</summary>
    /// <param name="fault">The exception.</param>
    /// <param name="record">The record of the images that came.</param>
    /// <param name="hasBody">Whether the service sent a good reply.</param>
    public static ImageClientException Complete(ImageClientException fault, CallRecord record, bool hasBody)
    {
        if (fault is ImageBatchException)
        {
            return fault;
        }

        if (fault is ImageApiException error)
        {
            var verdict = RetryTable.Judge(new FailedAttempt
            {
                ErrorReply = error,
                WasSent = true,
                IsWhollySent = true,
                IsAnswered = hasBody,
                HasImage = record.Received.Count > 0,
                CostsMoney = true,
            });
            fault.AddCallFacts(
                verdict.MayHaveBeenBilled ? 1 : 0, verdict.IsTransient, record.Received, clientRequestId: null);
        }
        else
        {
            // The image was made, or may have been made. The service keeps it as long as the file of results.
            fault.AddCallFacts(1, isTransient: false, record.Received, clientRequestId: null);
        }

        return fault;
    }
}

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.AspNetCore.Problems;

/// <summary>Answers with problem details when an application does not catch an exception of the client.</summary>
internal sealed class ImageExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var result = exception switch
        {
            ImageClientException failure => new ImageProblemHttpResult(failure),
            ImageCallCanceledException canceled => new ImageProblemHttpResult(canceled),
            _ => null,
        };
        if (result is null || httpContext.RequestAborted.IsCancellationRequested)
        {
            return false;
        }

        await result.ExecuteAsync(httpContext).ConfigureAwait(false);

        return true;
    }
}

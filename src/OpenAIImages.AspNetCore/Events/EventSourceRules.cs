using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OpenAIImages.AspNetCore.Events;

/// <summary>Refuses requests that would buy images although no user wants them.</summary>
internal static class EventSourceRules
{
    /// <summary>Checks a request before it buys images.</summary>
    /// <returns>The refusal; <see langword="null"/> when the request may pass.</returns>
    public static IResult? RefusalOf(HttpRequest request, bool allowsEventSource)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        if (!allowsEventSource || HttpMethods.IsHead(request.Method))
        {
            request.HttpContext.Response.Headers.Allow = allowsEventSource ? "GET, POST" : "POST";

            return Refuse(StatusCodes.Status405MethodNotAllowed, "Images are made by POST.");
        }

        // A browser that follows a link or prefetches it does not accept events, and neither does a crawler.
        var accepts = request.GetTypedHeaders().Accept;
        if (!accepts.Any(type => type.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse(StatusCodes.Status406NotAcceptable, "The answer is a stream of events.");
        }

        // A page of another site could spend money with the visitor's cookies.
        return request.Headers["Sec-Fetch-Site"] == "cross-site"
            ? Refuse(StatusCodes.Status403Forbidden, "Another site cannot ask for images.")
            : null;
    }

    private static ProblemHttpResult Refuse(int status, string title)
        => TypedResults.Problem(statusCode: status, title: title);
}

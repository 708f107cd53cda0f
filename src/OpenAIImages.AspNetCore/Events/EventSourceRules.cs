using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OpenAIImages.AspNetCore.Events;

/// <summary>Refuses requests that would buy images without anybody's wish.</summary>
internal static class EventSourceRules
{
    /// <summary>Looks at a request before anything is bought.</summary>
    /// <returns>The refusal; <see langword="null"/> where there is none.</returns>
    public static ProblemHttpResult? RefusalOf(HttpRequest request, bool allowsEventSource)
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

        // A link that somebody follows, a crawler or a prefetching browser does not accept events.
        var accepts = request.GetTypedHeaders().Accept;
        if (!accepts.Any(type => type.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse(StatusCodes.Status406NotAcceptable, "The answer is a stream of events.");
        }

        // A page of another site would spend money with the cookies of the visitor.
        return request.Headers["Sec-Fetch-Site"] == "cross-site"
            ? Refuse(StatusCodes.Status403Forbidden, "Another site cannot ask for images.")
            : null;
    }

    private static ProblemHttpResult Refuse(int status, string title)
        => TypedResults.Problem(statusCode: status, title: title);
}

using Microsoft.AspNetCore.Http;

namespace OpenAIImages.AspNetCore.Events;

/// <summary>Makes the id of an answer, and recognizes the ids that browsers send back.</summary>
/// <remarks>Any server of an application recognizes the ids of the others: an id has a fixed form, and no server
/// remembers it.</remarks>
internal static class EventIds
{
    private const string Prefix = "images-";

    /// <summary>Makes a new id.</summary>
    public static string Make() => Prefix + Guid.NewGuid().ToString("N");

    /// <summary>Answers a request with the id of an earlier answer, which must not buy images.</summary>
    /// <returns>The answer: 204 for an id in the form of this class, and 400 for any other id;
    /// <see langword="null"/> for a request without an id.</returns>
    public static IResult? AnswerTo(HttpRequest request)
    {
        // An EventSource that has received no id sends no header. Other clients send an empty one.
        var last = request.Headers["Last-Event-ID"].ToString();

        return last.Length == 0 ? null
            : IsOwn(last) ? TypedResults.NoContent()
            : TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "The Last-Event-ID is not an id of this stream.",
                detail: "No images were made. To ask for images, send the request without Last-Event-ID.");
    }

    private static bool IsOwn(string id)
        => id.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(id[Prefix.Length..], "N", out _);
}

using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Sends JSON with its length.</summary>
internal static class JsonReply
{
    public static Task SendAsync(HttpContext context, PictureJson json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Complete();

        return json.CopyToAsync(context.Response.BodyWriter, context.RequestAborted);
    }
}

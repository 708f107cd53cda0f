using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Adds the headers that every reply of the service has.</summary>
internal sealed class ReplyHeaders(TimeProvider time)
{
    public const string Organization = "openaiimages-emulator";

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var begun = time.GetTimestamp();
        var headers = context.Response.Headers;
        headers["x-request-id"] = RequestIdentity.Assign(context);
        headers["openai-version"] = "2020-10-01";
        headers["openai-organization"] = Organization;
        headers["openai-project"] = "proj_emulator";
        if (AzureSurface.IsAzure(context))
        {
            headers["apim-request-id"] = Guid.NewGuid().ToString();
            headers["x-ms-region"] = "Emulator";
        }

        context.Response.OnStarting(() =>
        {
            headers["openai-processing-ms"] =
                ((long)time.GetElapsedTime(begun).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

            return Task.CompletedTask;
        });

        return next(context);
    }
}

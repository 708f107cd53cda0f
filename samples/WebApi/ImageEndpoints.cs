using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace OpenAIImages.Samples.WebApi;

/// <summary>The endpoints of the page; those that read forms check the antiforgery token automatically.</summary>
internal static class ImageEndpoints
{
    public const string PerVisitor = "per visitor";

    private const int LongestPrompt = 2_000;

    public static void MapImages(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/token", GetToken);
        api.MapPost("/image", PostImage).RequireRateLimiting(PerVisitor);
        api.MapPost("/events", PostEvents).RequireRateLimiting(PerVisitor);
        api.MapGet("/events", GetEvents).RequireRateLimiting(PerVisitor);
    }

    private static ContentHttpResult GetToken(HttpContext context, IAntiforgery antiforgery)
        => TypedResults.Text(antiforgery.GetAndStoreTokens(context).RequestToken!);

    // Answers with one image, straight from the service.
    private static Results<ImageHttpResult, ValidationProblem> PostImage(
        [FromForm] string? prompt, [FromForm] ImageSize? size, [FromForm] ImageQuality? quality, IImageClient images)
        => FaultIn(prompt) is { } fault
            ? fault
            : TypedResults.Extensions.Image(
                images,
                new GenerateImageRequest(prompt!) { Size = size, Quality = quality },
                fileDownloadName: "image");

    // Answers with previews and the image as events. With a picture from the visitor, the call is an edit of it.
    private static Results<ImageEventsHttpResult, ValidationProblem> PostEvents(
        [FromForm] string? prompt,
        [FromForm] ImageSize? size,
        [FromForm] ImageQuality? quality,
        [FromForm] int? previews,
        IFormFile? picture,
        IImageClient images)
    {
        if (FaultIn(prompt) is { } fault)
        {
            return fault;
        }

        var asked = Math.Clamp(previews ?? 2, 0, 3);

        return picture is null
            ? TypedResults.Extensions.ImageEvents(
                images,
                new GenerateImageRequest(prompt!) { Size = size, Quality = quality, PartialImages = asked })
            : TypedResults.Extensions.ImageEvents(
                images,
                new EditImageRequest(prompt!, picture.ToImageInput())
                {
                    Size = size,
                    Quality = quality,
                    PartialImages = asked,
                });
    }

    // Serves an EventSource. A browser cannot send a token with it, so the result refuses other sites.
    private static Results<ImageEventsHttpResult, ValidationProblem> GetEvents(string? prompt, IImageClient images)
        => FaultIn(prompt) is { } fault
            ? fault
            : TypedResults.Extensions.ImageEvents(
                images, new GenerateImageRequest(prompt!) { PartialImages = 2 }, allowEventSource: true);

    private static ValidationProblem? FaultIn(string? prompt)
        => string.IsNullOrWhiteSpace(prompt) ? Fault("Say what the image shows.")
            : prompt.Length > LongestPrompt ? Fault($"Use at most {LongestPrompt} characters.")
            : null;

    private static ValidationProblem Fault(string words)
        => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["prompt"] = [words] });
}

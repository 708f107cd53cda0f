using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>The code of the package's README.</summary>
internal static class ReadmeCode
{
    public static WebApplication Build(ImageEmulator emulator)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["OpenAIImages:ApiKey"] = "offline";
        builder.Configuration["OpenAIImages:Endpoint"] = emulator.Endpoint.AbsoluteUri;

        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        builder.Services.AddImageProblemDetails();
        builder.Services.AddHealthChecks().AddImageClient();

        builder.Services.AddAntiforgery();
        var app = builder.Build();

        app.UseExceptionHandler();

        app.MapPost("/image", ([FromForm] string prompt, IImageClient images)
            => Results.Extensions.Image(images, new GenerateImageRequest(prompt)));

        app.MapPost("/edit", ([FromForm] string prompt, IFormFile picture, IImageClient images)
            => Results.Extensions.Image(images, new EditImageRequest(prompt, picture.ToImageInput())));

        app.MapPost("/previews", ([FromForm] string prompt, IImageClient images)
            => Results.Extensions.ImageEvents(images, new GenerateImageRequest(prompt) { PartialImages = 2 }));

        app.MapHealthChecks("/ready", new() { Predicate = check => check.Tags.Contains("ready") });

        return app;
    }
}

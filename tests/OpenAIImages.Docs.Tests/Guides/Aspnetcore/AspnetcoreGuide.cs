using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Docs.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.Aspnetcore;

public sealed class AspnetcoreGuide(OfflineService service) : Guide(service), IAsyncLifetime
{
    private WebApplication _application = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _application = Build();
        await _application.StartAsync(Token);
        _browser = new HttpClient { BaseAddress = new Uri(_application.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _application.DisposeAsync();
        Dispose();
    }

    [Fact]
    public async Task An_image_goes_straight_through()
    {
        using var reply = await PostAsync("/image", "a red fox in the snow");

        Assert.Equal("image/png", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["nosniff"], reply.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(reply.Headers.CacheControl is { Private: true, NoStore: true });
    }

    [Fact]
    public async Task Previews_come_as_events()
    {
        using var reply = await PostAsync("/previews", "a red fox in the snow");

        var events = await reply.Content.ReadAsStringAsync(Token);
        Assert.Equal(
            ["start", "preview", "preview", "image", "done"],
            events.Split('\n')
                .Where(line => line.StartsWith("event: ", StringComparison.Ordinal))
                .Select(line => line["event: ".Length..].Trim()));
    }

    [Fact]
    public async Task A_failure_is_a_problem()
    {
        using var refusal = Emulator.Fail(EmulatorFault.Moderation("violence"));

        using var reply = await PostAsync("/image", "a fight");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var problem = await reply.Content.ReadFromJsonAsync<ProblemDetails>(Token);
        Assert.Equal("moderation", problem?.Extensions["kind"]?.ToString());
    }

    [Fact]
    public async Task A_failure_that_is_caught_is_a_problem_by_hand()
    {
        using var refusal = Emulator.Fail(EmulatorFault.Moderation("violence"));

        using var refused = await PostAsync("/cover", "a fight");
        refusal.Dispose();
        using var made = await PostAsync("/cover", "a fox");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
    }

    [Fact]
    public async Task An_upload_is_an_input()
    {
        var drawn = await Client.GenerateAsync("a red fox", Token);
        var token = await _browser.GetStringAsync(new Uri("/token", UriKind.Relative), Token);
        using var picture = new ByteArrayContent(drawn.Images[0].Bytes.ToArray());
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("give it a red hat"), "prompt" },
            { picture, "picture", "fox.png" },
        };
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("/edit", UriKind.Relative))
        {
            Content = form,
            Headers = { { "X-CSRF-TOKEN", token } },
        };

        using var reply = await _browser.SendAsync(message, Token);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("fox.png", Assert.Single(Received[^1].Images).Name);
    }

    [Fact]
    public async Task Health_lists_the_models()
    {
        Assert.Equal("Healthy", await _browser.GetStringAsync(new Uri("/ready", UriKind.Relative), Token));
        Assert.Equal("/v1/models", Received[^1].Path);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        builder.Services.AddImageProblemDetails();

        builder.Services.AddHealthChecks().AddImageClient(options =>
        {
            options.Models = [ImageModel.GptImage2];
            options.ShutdownNotice = TimeSpan.FromDays(60);
        });
        builder.Services.AddAntiforgery(options => options.HeaderName = "X-CSRF-TOKEN");

        var app = builder.Build();
        app.UseExceptionHandler();

        app.MapPost("/image", (Wish wish, IImageClient images)
            => Results.Extensions.Image(images, new GenerateImageRequest(wish.Prompt)));

        app.MapPost("/previews", (Wish wish, IImageClient images)
            => Results.Extensions.ImageEvents(images, new GenerateImageRequest(wish.Prompt) { PartialImages = 2 }));

        app.MapPost("/cover", async (Wish wish, IImageClient images, CancellationToken stop) =>
        {
            try
            {
                var result = await images.GenerateAsync(
                    wish.Prompt, ImageDestination.File("cover", ExistingFile.Number), stop);

                return Results.Ok(result.Images[0].SavedPath);
            }
            catch (ImageModerationException refused)
            {
                return Results.Extensions.ImageProblem(refused);
            }
        });

        app.UseAntiforgery();
        app.MapGet("/token", (HttpContext context, IAntiforgery antiforgery)
            => antiforgery.GetAndStoreTokens(context).RequestToken);
        app.MapPost("/edit", ([FromForm] string prompt, IFormFile picture, IImageClient images)
            => Results.Extensions.Image(images, new EditImageRequest(prompt, picture.ToImageInput())));

        app.MapHealthChecks("/ready", new() { Predicate = check => check.Tags.Contains("ready") });

        return app;
    }

    private Task<HttpResponseMessage> PostAsync(string path, string prompt)
        => _browser.PostAsJsonAsync(new Uri(path, UriKind.Relative), new Wish(prompt), Token);

    internal sealed record Wish(string Prompt);
}

// A page that makes images and shows them while they are made.   dotnet run --project samples/WebApi
// Read this file first, then ImageEndpoints.cs and wwwroot/app.js. With OPENAI_API_KEY it uses the service; without it,
// an emulator in this process draws offline.
using System.Threading.RateLimiting;
using OpenAIImages.Samples.WebApi;

var builder = WebApplication.CreateBuilder(args);
await using var offline = await OfflineService.StartIfNeededAsync(builder.Configuration);

builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
builder.Services.AddImageProblemDetails();
builder.Services.AddHealthChecks().AddImageClient();

// The page sends the token in a header, and the browser sends the cookie. Another site cannot send the token.
builder.Services.AddAntiforgery(options => options.HeaderName = "X-CSRF-TOKEN");

// Images cost money, so each visitor has a limit.
builder.Services.AddRateLimiter(limiter =>
{
    limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
    limiter.AddPolicy(ImageEndpoints.PerVisitor, context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) }));
});

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    // A form without its token is the sender's mistake, also in development, in which ASP.NET Core throws.
    StatusCodeSelector = exception => exception is BadHttpRequestException mistake
        ? mistake.StatusCode
        : StatusCodes.Status500InternalServerError,
});
app.Use((context, next) =>
{
    context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' blob: data:";

    return next();
});
app.UseDefaultFiles();
app.UseStaticFiles();
app.UseRateLimiter();
app.UseAntiforgery();
app.MapImages();
app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
await app.RunAsync();

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.AspNetCore.Tests.Support;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>A problem tells the browser what to do next, and holds no text of the service.</summary>
public sealed class ProblemDetailsTests
{
    private const string Secret = "sk-secret said the service";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Kinds => new()
    {
        { "moderation", 422, "moderation" },
        { "rate limit", 429, "rate_limit" },
        { "quota", 502, "quota" },
        { "budget", 503, "budget" },
        { "authentication", 502, "authentication" },
        { "configuration", 502, "configuration" },
        { "status 400", 400, "refused" },
        { "status 404", 502, "service" },
        { "status 413", 413, "too_large" },
        { "status 422", 400, "refused" },
        { "status 429", 429, "rate_limit" },
        { "status 500", 502, "service" },
        { "status 503", 503, "busy" },
        { "rejected", 503, "busy" },
        { "transport", 502, "connection" },
        { "decode", 502, "reply" },
        { "link", 502, "link_expired" },
        { "input", 400, "input" },
        { "model", 400, "model" },
        { "destination", 500, "destination" },
        { "own", 500, "other" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_exception_has_its_status_and_kind_and_no_text_of_the_service(
        string failure, int status, string kind)
    {
        var details = Make(failure).ToProblemDetails();

        Assert.Equal(status, details.Status);
        Assert.Equal(kind, details.Extensions["kind"]);
        Assert.DoesNotContain("secret", ToText(details), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_handler_answers_exceptions_that_an_application_does_not_catch()
    {
        await using var host = await StartAsync(new ImageQuotaException(HttpStatusCode.TooManyRequests, Secret)
        {
            Code = "insufficient_quota",
            RequestId = "req_42",
            ClientRequestId = "7d0d",
            RetryAfter = TimeSpan.FromDays(1),
        });

        using var reply = await host.PostAsync("/image");
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!.AsObject();
        problem.Remove("traceId");

        Assert.Equal(HttpStatusCode.BadGateway, reply.StatusCode);
        Assert.False(reply.Headers.Contains("Retry-After"));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "type": "https://tools.ietf.org/html/rfc9110#section-15.6.3",
                  "title": "This application cannot make images at the moment.",
                  "status": 502,
                  "detail": "The application's account has reached its limit. Its operator has to act.",
                  "kind": "quota",
                  "mayHaveBeenBilled": false,
                  "clientRequestId": "7d0d",
                  "code": "insufficient_quota",
                  "requestId": "req_42"
                }
                """),
            problem), problem.ToJsonString());
    }

    [Fact]
    public async Task A_moderation_problem_names_stage_and_categories()
    {
        await using var host = await StartAsync(new ImageModerationException(HttpStatusCode.BadRequest, Secret)
        {
            Stage = new ImageModerationStage("prompt"),
            Categories = ["violence", "sexual/minors", "a whole sentence of the service"],
            PossiblyBilledAttempts = 1,
        });

        using var reply = await host.PostAsync("/image");
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;

        Assert.Equal("prompt", (string?)problem["stage"]);
        Assert.Equal(["violence", "sexual/minors"], problem["categories"]!.AsArray().Select(item => (string?)item));
        Assert.Contains("cost twice", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_problem_of_an_unavailable_service_has_the_header_Retry_After()
    {
        await using var host = await StartAsync(new ImageApiException(HttpStatusCode.ServiceUnavailable)
        {
            RetryAfter = TimeSpan.FromSeconds(30),
        });

        using var reply = await host.PostAsync("/image");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        Assert.Equal("30", reply.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task A_browser_that_accepts_only_images_still_gets_the_reason()
    {
        await using var host = await StartAsync(new ImageCallRejectedException("the queue is full."));
        host.Http.DefaultRequestHeaders.Accept.ParseAdd("image/avif,image/webp,image/*");

        using var reply = await host.PostAsync("/image");
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;

        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal("busy", (string?)problem["kind"]);
    }

    [Fact]
    public async Task A_call_that_the_application_cancels_is_answered()
    {
        await using var host = await WebHost.StartAsync(
            app =>
            {
                app.UseExceptionHandler();
                app.MapPost("/image", ImageResult () => throw new ImageCallCanceledException
                {
                    PossiblyBilledAttempts = 1,
                });
            },
            services => services.AddImageProblemDetails());

        using var reply = await host.PostAsync("/image");
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        Assert.Equal("canceled", (string?)problem["kind"]);
    }

    [Fact]
    public async Task The_handler_leaves_other_exceptions_to_the_application()
    {
        await using var host = await WebHost.StartAsync(
            app =>
            {
                app.UseExceptionHandler();
                app.MapPost("/image", ImageResult () => throw new InvalidOperationException("mine"));
            },
            services => services.AddImageProblemDetails());

        using var reply = await host.PostAsync("/image");
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;

        Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
        Assert.Null(problem["kind"]);
    }

    [Fact]
    public async Task An_endpoint_may_answer_by_hand_and_add_to_the_problem()
    {
        await using var host = await WebHost.StartAsync(app => app.MapPost("/image", () =>
        {
            var result = Results.Extensions.ImageProblem(new ImageModelException(["Too large."]));
            result.ProblemDetails.Extensions["help"] = "/help";

            return result;
        }));

        using var reply = await host.PostAsync("/image");
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("/help", (string?)problem["help"]);
        Assert.Equal("Too large.", (string?)problem["findings"]![0]);
    }

    [Fact]
    public void A_code_that_is_a_sentence_is_not_passed_on()
    {
        var details = new ImageApiException(HttpStatusCode.BadRequest, Secret)
        {
            Code = "your prompt was: a cat",
            Parameter = "images[0]",
        }.ToProblemDetails();

        Assert.False(details.Extensions.ContainsKey("code"));
        Assert.Equal("images[0]", details.Extensions["parameter"]);
    }

    private static Task<WebHost> StartAsync(Exception exception)
        => WebHost.StartAsync(
            app =>
            {
                app.UseExceptionHandler();
                app.MapPost("/image", ImageResult () => throw exception);
            },
            services => services.AddImageProblemDetails());

    private static ImageClientException Make(string failure) => failure switch
    {
        "moderation" => new ImageModerationException(HttpStatusCode.BadRequest, Secret),
        "rate limit" => new ImageRateLimitException(HttpStatusCode.TooManyRequests, Secret),
        "quota" => new ImageQuotaException(HttpStatusCode.TooManyRequests, Secret),
        "budget" => new ImageBudgetException(Secret),
        "authentication" => new ImageAuthenticationException(HttpStatusCode.Unauthorized, Secret),
        "configuration" => new ImageConfigurationException([Secret]),
        "rejected" => new ImageCallRejectedException(Secret),
        "transport" => new ImageTransportException(Secret),
        "decode" => new ImageDecodeException(Secret) { BodyExcerpt = Secret },
        "link" => new ImageLinkExpiredException("secret.example", HttpStatusCode.Forbidden),
        "input" => new ImageInputException("secret.png", Secret),
        "model" => new ImageModelException(["The size is not one of the model's."]),
        "destination" => new ImageDestinationException("/secret", Secret),
        "own" => new OwnException(Secret),
        _ => new ImageApiException((HttpStatusCode)int.Parse(
            failure.AsSpan("status ".Length), System.Globalization.CultureInfo.InvariantCulture), Secret),
    };

    private static string ToText(ProblemDetails details)
        => $"{details.Title} {details.Detail} {string.Join(' ', details.Extensions.Values)}";

    private sealed class OwnException(string message) : ImageClientException(message);
}

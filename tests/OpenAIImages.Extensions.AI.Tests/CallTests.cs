using System.Net;
using Microsoft.Extensions.AI;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>Calls end as calls of the client end, and do not affect each other.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task An_exception_of_the_client_passes_through_unchanged()
    {
        var failure = new ImageRateLimitException(HttpStatusCode.TooManyRequests, "Too many images.");
        var client = new RecordingClient { Answer = _ => Task.FromException<ImageResult>(failure) };

        var thrown = await Assert.ThrowsAsync<ImageRateLimitException>(() => client.GenerateAsync(null));

        Assert.Same(failure, thrown);
    }

    [Fact]
    public async Task A_refusal_of_the_service_keeps_its_type()
    {
        using var wire = new Wire
        {
            Status = HttpStatusCode.BadRequest,
            Reply = """{"error":{"message":"No.","type":"image_generation_user_error","code":"moderation_blocked"}}""",
        };
        using var client = wire.CreateClient();

        var failure = await Assert.ThrowsAsync<ImageModerationException>(() => client.AsImageGenerator()
            .GenerateImagesAsync("a cat", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("moderation_blocked", failure.Code);
    }

    [Fact]
    public async Task The_token_of_the_caller_ends_the_call()
    {
        using var stop = new CancellationTokenSource();
        var client = new RecordingClient
        {
            Answer = async token =>
            {
                await stop.CancelAsync();
                token.ThrowIfCancellationRequested();

                return new ImageResult([]);
            },
        };

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.AsImageGenerator().GenerateImagesAsync("a cat", cancellationToken: stop.Token));

        Assert.Equal(stop.Token, canceled.CancellationToken);
    }

    [Fact]
    public async Task Parallel_calls_keep_their_prompts_and_share_their_options()
    {
        var client = new RecordingClient { Answer = async _ => await AnswerLaterAsync() };
        var generator = client.AsImageGenerator();
        var options = new ImageGenerationOptions { AdditionalProperties = new() { ["seed"] = 1 }, ModelId = "m" };

        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (i, token) =>
            await generator.GenerateImagesAsync($"cat {i}", options, token));

        Assert.Equal(200, client.Requests.Select(request => request.Prompt).Distinct().Count());
        Assert.All(client.Requests, request => Assert.Equal("m", request.Model.ToString()));
        Assert.All(client.Requests, request => Assert.Equal("seed", Assert.Single(request.Extra).Key));
    }

    private static async Task<ImageResult> AnswerLaterAsync()
    {
        await Task.Yield();

        return new ImageResult([ImageOutput.FromBytes(Pictures.Png)]);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenAIImages.AspNetCore.Tests.Support;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>A part of an image never looks like a whole image.</summary>
public sealed class ImageResultFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_before_the_first_byte_is_answered_with_problem_details()
    {
        var client = FakeClient.Failing(new ImageRateLimitException(HttpStatusCode.TooManyRequests, "slow down")
        {
            RetryAfter = TimeSpan.FromSeconds(6.2),
        });
        await using var host = await StartAsync(client);

        using var reply = await host.PostAsync("/image");

        Assert.Equal(HttpStatusCode.TooManyRequests, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal("7", reply.Headers.GetValues("Retry-After").Single());
        Assert.True(reply.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_failure_after_the_first_byte_cuts_the_connection()
    {
        var rest = new TaskCompletionSource<byte[]>();
        await using var host = await StartAsync(new FakeClient
        {
            Make = async (destination, token) => Pictures.ResultOf(await destination.CopyFromAsync(
                new PacedStream(Pictures.Png(64 * 1024), () => rest.Task), 0, token)),
        });

        using var reply = await host.PostAsync("/image");
        rest.SetException(new IOException("The connection to the service was lost."));
        var cut = await Assert.ThrowsAnyAsync<Exception>(() => reply.Content.ReadAsByteArrayAsync(Token));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.True(cut is HttpRequestException or IOException, cut.ToString());
    }

    [Fact]
    public async Task A_broken_first_image_cuts_the_connection_though_the_call_succeeds()
    {
        await using var host = await StartAsync(new FakeClient
        {
            Make = async (destination, token) =>
            {
                await destination.CopyFromAsync(new MemoryStream(Pictures.Png(64 * 1024)), 0, token);

                return Pictures.ResultOf(new ImageOutput(), ImageOutput.FromBytes(Pictures.Png(100)));
            },
        });

        var cut = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var reply = await host.PostAsync("/image");
            await reply.Content.ReadAsByteArrayAsync(Token);
        });

        Assert.True(cut is HttpRequestException or IOException, cut.ToString());
    }

    [Fact]
    public async Task An_unrequested_second_image_leaves_the_first_one_whole()
    {
        await using var host = await StartAsync(new FakeClient
        {
            Make = async (destination, token) => Pictures.ResultOf(
                await destination.WriteAsync(Pictures.Png(500), 0, token),
                await destination.WriteAsync(Pictures.Png(700), 1, token)),
        });

        using var reply = await host.PostAsync("/image");

        Assert.Equal(Pictures.Png(500), await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_browser_that_disconnects_cancels_the_call()
    {
        var begun = new TaskCompletionSource();
        var canceled = new TaskCompletionSource();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var host = await StartAsync(new FakeClient
        {
            Make = async (_, token) =>
            {
                begun.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, token);
                }
                finally
                {
                    canceled.SetResult();
                }

                throw new InvalidOperationException("It was not cancelled.");
            },
        });

        var call = host.Http.PostAsync("/image", content: null, leaving.Token);
        await begun.Task.WaitAsync(Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await canceled.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task A_withheld_image_is_answered_with_a_moderation_problem()
    {
        await using var host = await StartAsync(new FakeClient
        {
            Make = (_, _) => Task.FromResult(Pictures.ResultOf(new ImageOutput()) with { RequestId = "req_1" }),
        });

        using var reply = await host.PostAsync("/image");
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Equal("moderation", (string?)problem["kind"]);
        Assert.Equal("req_1", (string?)problem["requestId"]);
        Assert.True((bool)problem["mayHaveBeenBilled"]!);
    }

    private static Task<WebHost> StartAsync(IImageClient client)
        => WebHost.StartAsync(app => app.MapPost(
            "/image", () => Results.Extensions.Image(client, new GenerateImageRequest("a cat"))));
}

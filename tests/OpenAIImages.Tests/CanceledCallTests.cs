using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests;

/// <summary>The exception of a cancelled call says whether the request was sent.</summary>
public sealed class CanceledCallTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_call_says_whether_its_request_was_sent(bool wasSent)
    {
        using var service = new ScriptedService().Hang(afterSending: wasSent);
        using var stop = new CancellationTokenSource();

        var call = PaidCall.MakeAsync(
            service,
            options => options.Telemetry.SendClientRequestId = true,
            client => client.GenerateAsync(new GenerateImageRequest("a red fox"), stop.Token));
        await service.Hanging;
        await stop.CancelAsync();

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(stop.Token, canceled.CancellationToken);
        Assert.Equal(wasSent, canceled is ImageCallCanceledException);
        if (canceled is ImageCallCanceledException late)
        {
            Assert.Equal((true, 1, 0), (late.MayHaveBeenBilled, late.PossiblyBilledAttempts, late.Received.Count));
            Assert.NotNull(late.ClientRequestId);
            Assert.EndsWith("The image may have been made and billed.", late.Message);
        }
    }

    [Fact]
    public async Task A_failed_stream_keeps_the_images_that_had_arrived()
    {
        using var client = new FakeService()
            .Replies(
                System.Net.HttpStatusCode.OK,
                Streaming.Completed("QUJD") + Streaming.Event("error", """{"error":{"code":"insufficient_quota"}}"""),
                "text/event-stream")
            .CreateClient();
        var request = new GenerateImageRequest("a red fox") { Model = "gpt-image-2", Count = 2 };
        var token = TestContext.Current.CancellationToken;

        var fault = await Assert.ThrowsAsync<ImageQuotaException>(
            () => client.GenerateStreamingAsync(request, token).CountAsync(token).AsTask());

        Assert.Equal("ABC"u8.ToArray(), Assert.Single(fault.Received).Bytes.ToArray());
        Assert.Equal((1, false), (fault.PossiblyBilledAttempts, fault.IsTransient));
    }
}

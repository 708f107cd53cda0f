using OpenAIImages.Calls;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

/// <summary>Hosts add retrying handlers to every client, and the client stops those that would buy an image
/// twice.</summary>
public sealed class ForeignRetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_cannot_repeat_a_call_that_was_sent(bool isOwnMessage)
    {
        using var service = new ScriptedService().Hang().Reply(200);

        var fault = await Assert.ThrowsAsync<ImageTransportException>(
            () => PostAsync(service, retryUnknown: false, isOwnMessage));

        Assert.Equal((1, true), (service.Attempts, fault.MayHaveBeenBilled));
        Assert.StartsWith("A handler tried to repeat a call that may have been billed already.", fault.Message);
    }

    [Fact]
    public async Task A_handler_may_repeat_a_call_that_was_sent_with_RetryUnknownOutcome()
    {
        using var service = new ScriptedService().Hang().Reply(200);

        using var reply = await PostAsync(service, retryUnknown: true);

        Assert.Equal(2, service.Attempts);
    }

    [Fact]
    public async Task A_handler_may_repeat_a_call_that_was_not_sent()
    {
        using var service = new ScriptedService().Hang(afterSending: false).Reply(200);

        using var reply = await PostAsync(service, retryUnknown: false);

        Assert.Equal(2, service.Attempts);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        ScriptedService service, bool retryUnknown, bool isOwnMessage = true)
    {
        var options = new ImageClientOptions
        {
            ApiKey = "sk-test-0123456789",
            Endpoint = new Uri("https://fake.test/v1"),
            RetryUnknownOutcome = retryUnknown,
        };
        using var http = new HttpClient(new Impatient(service.Hanging)
        {
            InnerHandler = new ResilienceHandler(() => options, null, () => 0)
            {
                InnerHandler = HttpPipeline.CreateInnermost(() => options, service),
            },
        });
        var transport = new ImageTransport(() => http);
        var address = ServiceRoute.For(options).AddressOf("images");

        // Some handlers send a new message in place of the one that they get.
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("{}") };
        if (isOwnMessage)
        {
            CallRecord.Begin(message, images: 1, isSingleUse: false);
        }

        return await transport.SendAsync(message, Token);
    }

    // Cancels the first attempt when it hangs, as a short time limit does, and sends the message again.
    private sealed class Impatient(Task hanging) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var first = base.SendAsync(request, limit.Token);
            await hanging;
            await limit.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

            return await base.SendAsync(request, cancellationToken);
        }
    }
}

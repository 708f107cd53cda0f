using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

/// <summary>The parts of a retry that only the transport shows: the replies and the tokens of its attempts.</summary>
/// <remarks><see cref="RetryTableTests"/> holds the rules.</remarks>
public sealed class RetryTests
{
    [Fact]
    public async Task Replies_that_are_not_returned_are_disposed()
    {
        using var service = new ScriptedService().Reply(503).Reply(429).Reply(200, "made");
        using var wire = new Wire(service);

        using var reply = await wire.PostAsync();

        Assert.Equal([true, true, false], service.Replies.Select(content => content.IsDisposed));
    }

    [Fact]
    public async Task A_successful_reply_is_returned_unread()
    {
        using var service = new ScriptedService().Reply(200, "made");
        using var wire = new Wire(service);

        using var reply = await wire.PostAsync();

        Assert.Same(service.Replies[0], reply.Content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancellation_during_a_failing_attempt_ends_the_call(bool isAnswered)
    {
        using var service = isAnswered ? new ScriptedService().Reply(503) : new ScriptedService().FailToConnect();
        using var cancel = new CancellationTokenSource();
        using var wire = new Wire(new ActingAfterwards(cancel.Cancel) { InnerHandler = service });

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.PostAsync(cancel: cancel));

        Assert.Equal((1, cancel.Token), (service.Attempts, cancelled.CancellationToken));
        Assert.All(service.Replies, reply => Assert.True(reply.IsDisposed));
    }

    private sealed class ActingAfterwards(Action act) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, CancellationToken.None);
            }
            finally
            {
                act();
            }
        }
    }
}

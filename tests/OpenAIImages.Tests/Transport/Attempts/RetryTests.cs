using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

public sealed class RetryTests
{
    [Fact]
    public async Task A_connection_that_takes_too_long_to_make_is_repeated()
    {
        // The shape in which SocketsHttpHandler reports its ConnectTimeout.
        var late = new TaskCanceledException("canceled", new TimeoutException("No connection in time."));
        using var service = new ScriptedService().FailToConnect(late);
        using var wire = new Wire(service);

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => wire.PostAsync());

        Assert.Equal((3, false), (service.Attempts, fault.MayHaveBeenBilled));
        Assert.Contains("No connection in time.", fault.Message);
    }

    [Fact]
    public async Task A_connection_lost_after_sending_is_not_repeated_and_says_why()
    {
        using var service = new ScriptedService().LoseConnection();
        using var wire = new Wire(service);

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => wire.PostAsync());

        Assert.Equal((1, true), (service.Attempts, fault.MayHaveBeenBilled));
        Assert.EndsWith("The image may have been made and billed.", fault.Message);
        Assert.Null(fault.InnerException);
    }

    [Fact]
    public async Task An_outcome_once_unknown_stays_so_though_the_next_attempt_never_left()
    {
        using var service = new ScriptedService().LoseConnection().FailToConnect();
        using var wire = new Wire(service, options => options.RetryUnknownOutcome = true);

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => wire.PostAsync());

        Assert.True(fault.MayHaveBeenBilled);
    }

    [Fact]
    public async Task What_costs_nothing_is_repeated_though_its_outcome_is_unknown()
    {
        using var service = new ScriptedService().LoseConnection().Reply(504).Reply(200);
        using var wire = new Wire(service);

        using var reply = await wire.GetAsync();

        Assert.Equal((HttpStatusCode.OK, 3), (reply.StatusCode, service.Attempts));
    }

    [Fact]
    public async Task A_content_that_can_be_read_once_is_sent_once()
    {
        using var service = new ScriptedService().FailToConnect().Reply(503).Reply(200);
        using var wire = new Wire(service);

        using var reply = await wire.PostAsync(isSingleUse: true);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        Assert.Single(service.Bodies);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 6)]
    public async Task There_are_as_many_retries_as_are_allowed(int retries, int attempts)
    {
        using var service = new ScriptedService().Reply(503);
        using var wire = new Wire(service, options => options.MaxRetries = retries);

        using var reply = await wire.PostAsync();

        Assert.Equal(attempts, service.Attempts);
    }

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

    [Fact]
    public async Task Cancellation_is_the_callers_own()
    {
        using var service = new ScriptedService().Hang();
        using var wire = new Wire(service);
        using var cancel = new CancellationTokenSource();

        var call = wire.PostAsync(cancel: cancel);
        await service.Hanging;
        await cancel.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((1, cancel.Token), (service.Attempts, cancelled.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancellation_during_a_failing_attempt_ends_the_call(bool isAnswered)
    {
        using var service = isAnswered ? new ScriptedService().Reply(503) : new ScriptedService().FailToConnect();
        using var cancel = new CancellationTokenSource();
        using var wire = new Wire(new AfterIt(cancel.Cancel) { InnerHandler = service });

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.PostAsync(cancel: cancel));

        Assert.Equal((1, cancel.Token), (service.Attempts, cancelled.CancellationToken));
        Assert.All(service.Replies, reply => Assert.True(reply.IsDisposed));
    }

    [Fact]
    public async Task A_caller_who_has_gone_already_costs_no_attempt()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.PostAsync(cancel: cancel));

        Assert.Equal(0, service.Attempts);
    }

    private sealed class AfterIt(Action act) : DelegatingHandler
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

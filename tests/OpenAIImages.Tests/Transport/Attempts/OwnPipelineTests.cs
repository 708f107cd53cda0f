using System.Net;
using OpenAIImages.Tests.Support;
using Polly;
using Polly.Hedging;
using Polly.Retry;

namespace OpenAIImages.Tests.Transport;

public sealed class OwnPipelineTests
{
    // Repeats every failure, as users write a pipeline if they do not know that a call costs money.
    private static readonly RetryStrategyOptions<HttpResponseMessage> Everything = new()
    {
        ShouldHandle = arguments => new(arguments.Outcome.Result is not { IsSuccessStatusCode: true }),
        Delay = TimeSpan.Zero,
    };

    private static ResiliencePipelineBuilder<HttpResponseMessage> Builder => new();

    [Fact]
    public async Task A_custom_pipeline_replaces_the_retries_and_each_attempt_has_the_key()
    {
        using var service = new ScriptedService().Reply(400).Reply(404).Reply(200);
        using var wire = new Wire(
            service, options => options.UsePipeline(Builder.AddRetry(Everything).Build()));

        using var reply = await wire.PostAsync();

        Assert.Equal((HttpStatusCode.OK, 3), (reply.StatusCode, service.Attempts));
        Assert.All(service.Headers, headers => Assert.Contains("Authorization: Bearer sk-test-0123456789", headers));
    }

    [Fact]
    public async Task An_empty_pipeline_makes_no_retries()
    {
        using var service = new ScriptedService().Reply(503);
        using var wire = new Wire(service, options => options.UsePipeline(Builder.Build()));

        using var reply = await wire.PostAsync();

        Assert.Equal(1, service.Attempts);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_custom_pipeline_repeats_an_unknown_outcome_only_by_option(bool retryUnknown, int attempts)
    {
        using var service = new ScriptedService().LoseConnection().Reply(200);
        using var wire = new Wire(service, options =>
        {
            options.UsePipeline(Builder.AddRetry(Everything).Build());
            options.RetryUnknownOutcome = retryUnknown;
        });

        var call = wire.PostAsync();

        var fault = await Record.ExceptionAsync(() => call) as ImageTransportException;
        Assert.Equal((!retryUnknown, attempts), (fault?.MayHaveBeenBilled ?? false, service.Attempts));
    }

    [Fact]
    public async Task A_custom_pipeline_does_not_repeat_its_own_timeout()
    {
        using var service = new ScriptedService().Hang().Reply(200);
        using var wire = new Wire(service, options => options.UsePipeline(
            new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider }
                .AddRetry(Everything)
                .AddTimeout(TimeSpan.FromSeconds(7))
                .Build()));

        var call = wire.PostAsync();
        await service.Hanging;
        wire.Clock.Advance(TimeSpan.FromSeconds(7));

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.Equal((1, true), (service.Attempts, fault.MayHaveBeenBilled));
    }

    [Fact]
    public async Task A_custom_pipeline_cannot_make_two_attempts_at_once()
    {
        using var service = new ScriptedService().Hang();
        using var wire = new Wire(service, options => options.UsePipeline(Builder
            .AddHedging(new HedgingStrategyOptions<HttpResponseMessage>
            {
                Delay = TimeSpan.Zero,
                ShouldHandle = static arguments => new(arguments.Outcome.Exception is not ImageTransportException),
            })
            .Build()));
        using var stop = new CancellationTokenSource();

        var call = wire.PostAsync(cancel: stop);

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.Equal(1, service.Attempts);
        Assert.Contains("two attempts at once", fault.Message);
    }

    [Fact]
    public async Task AddImageRetry_adds_the_retries_of_the_client_to_a_custom_pipeline()
    {
        using var service = new ScriptedService().Reply(503).Reply(429, "", "Retry-After: 3").Reply(400);
        using var wire = new Wire(service, options => options.UsePipeline(
            new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider }
                .AddImageRetry()
                .Build()));

        using var reply = await wire.PostAsync();

        Assert.Equal((HttpStatusCode.BadRequest, 3), (reply.StatusCode, service.Attempts));
        Assert.Equal([0.5, 3], wire.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task TotalTimeout_limits_a_custom_pipeline()
    {
        using var service = new ScriptedService().Reply(503);
        var forEver = new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = static _ => new(true),
            MaxRetryAttempts = int.MaxValue,
            Delay = TimeSpan.FromSeconds(20),
        };
        using var wire = new Wire(service, options =>
        {
            options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromSeconds(100);
            options.UsePipeline(
                new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider }
                    .AddRetry(forEver)
                    .Build());
        });

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => wire.PostAsync());

        Assert.StartsWith("No reply began within 00:01:40.", fault.Message);
        Assert.InRange(service.Attempts, 5, 6);
    }

    [Fact]
    public async Task A_rejection_of_a_custom_pipeline_is_an_ImageCallRejectedException()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options => options.UsePipeline(Builder
            .AddStrategy(_ => new Refusing(), new RefusingOptions())
            .Build()));

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync());

        Assert.Equal((0, false), (service.Attempts, rejected.MayHaveBeenBilled));
        Assert.Equal("The request was not sent: the pipeline rejected it.", rejected.Message);
    }

    [Fact]
    public async Task AddImageRetry_refuses_to_run_outside_the_client()
    {
        var pipeline = Builder.AddImageRetry().Build();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(async () => await pipeline.ExecuteAsync(
            _ => new ValueTask<HttpResponseMessage>(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)),
            TestContext.Current.CancellationToken));

        Assert.Contains("Give it to ImageClientOptions.UsePipeline.", fault.Message);
    }

    private sealed class RefusingOptions : ResilienceStrategyOptions;

    private sealed class Refusing : ResilienceStrategy<HttpResponseMessage>
    {
        protected override ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback,
            ResilienceContext context,
            TState state)
            => Outcome.FromExceptionAsValueTask<HttpResponseMessage>(new NoMoreException());
    }

    private sealed class NoMoreException : ExecutionRejectedException;
}

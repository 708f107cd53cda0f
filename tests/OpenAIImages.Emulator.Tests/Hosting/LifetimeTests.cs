using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Hosting;

public sealed class LifetimeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_emulator_starts_with_no_options_at_all()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);

        Assert.Matches("^http://127.0.0.1:[0-9]+/v1/$", emulator.Endpoint.AbsoluteUri);
        Assert.Empty(emulator.Received);
    }

    [Fact]
    public async Task Two_emulators_share_no_state()
    {
        await using var one = await Service.StartAsync();
        await using var other = await Service.StartAsync(options => options.ApiKeys = ["another"]);

        var accepted = await one.GenerateAsync("""{"prompt":"a cat"}""");
        var refused = await other.GenerateAsync("""{"prompt":"a dog"}""");

        Assert.Equal((200, 401), (accepted.Status, refused.Status));
        Assert.Equal("""{"prompt":"a cat"}""", Assert.Single(one.Emulator.Received).BodyText);
        Assert.Equal("""{"prompt":"a dog"}""", Assert.Single(other.Emulator.Received).BodyText);
    }

    [Fact]
    public async Task Disposal_ends_running_requests_and_stops_their_painting()
    {
        var engine = new WaitingEngine();
        var service = await Service.StartAsync(options => options.Engine = engine);
        var waiting = service.GenerateAsync("""{"prompt":"a cat"}""");
        await engine.Begun;

        await service.Emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        await engine.Stopped;
        service.Http.Dispose();
    }

    // Without this abort, the web server would end the request only after two seconds.
    [Fact]
    public async Task A_running_request_is_aborted_when_the_emulator_begins_to_stop()
    {
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var barrier = new ErrorBarrier(lifetime, new FaultReporter(NullLogger.Instance), NullLogger.Instance);
        var request = new AbortableRequest();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpRequestLifetimeFeature>(request);
        var running = barrier.InvokeAsync(context, _ => Task.Delay(Timeout.Infinite, context.RequestAborted));

        lifetime.StopApplication();

        Assert.True(request.RequestAborted.IsCancellationRequested);
        await running;
    }

    [Fact]
    public async Task An_engine_that_ignores_cancellation_does_not_delay_disposal()
    {
        using var release = new ManualResetEventSlim();
        using var begun = new SemaphoreSlim(0);
        var service = await Service.StartAsync(options => options.Engine = new FunctionEngine(request =>
        {
            begun.Release();
            release.Wait();

            return new Picture(new byte[1], request.Format, 1, 1, "late");
        }));
        var waiting = service.GenerateAsync("""{"prompt":"a cat"}""");
        await begun.WaitAsync(Token);

        await service.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
        release.Set();
    }

    [Fact]
    public async Task A_port_in_use_is_reported()
    {
        await using var first = await ImageEmulator.StartAsync(cancellationToken: Token);
        var options = new ImageEmulatorOptions { Port = first.Endpoint.Port };

        await Assert.ThrowsAsync<IOException>(() => ImageEmulator.StartAsync(options, Token));
    }

    [Fact]
    public async Task A_cancelled_start_starts_nothing()
        => await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ImageEmulator.StartAsync(cancellationToken: new CancellationToken(canceled: true)));

    private sealed class AbortableRequest : IHttpRequestLifetimeFeature
    {
        private readonly CancellationTokenSource _aborted = new();

        public AbortableRequest() => RequestAborted = _aborted.Token;

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => _aborted.Cancel();
    }
}

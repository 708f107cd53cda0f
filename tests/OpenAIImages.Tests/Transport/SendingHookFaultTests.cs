using System.Net;
using OpenAIImages.Tests.Many.Journals;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

/// <summary>An exception of BeforeSending means that the attempt is not sent, and reaches the caller as it
/// is.</summary>
public sealed class SendingHookFaultTests
{
    private static readonly GenerateImageRequest Square = new("a red fox")
    {
        Model = "gpt-image-2",
        Quality = ImageQuality.High,
        Size = ImageSize.Square,
    };

    // Without special care the client would take these exceptions for faults of the network or for time-outs.
    public static TheoryData<Exception> Faults => new()
    {
        new InvalidOperationException("The table is locked."),
        new HttpRequestException("The ledger cannot be reached."),
        new IOException("The disk is full."),
        new TimeoutException("The ledger took too long."),
        new OperationCanceledException("The ledger is stopping."),
        new ArgumentException("The job is not known."),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_exception_of_the_hook_reaches_the_caller_unwrapped(Exception fault)
    {
        var calls = 0;
        using var service = new ScriptedService().Reply(200, PaidCall.Made);

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => PaidCall.MakeAsync(
            service, options => options.BeforeSending = (_, _) => throw Counted(ref calls, fault)));

        Assert.Same(fault, thrown);
        Assert.Equal((0, 1), (service.Attempts, calls));
    }

    [Fact]
    public async Task A_stream_ends_with_the_exception_of_the_hook()
    {
        var fault = new InvalidOperationException("The table is locked.");
        var service = new FakeService();
        using var client = service.CreateClient(
            options => options.BeforeSending = (_, _) => new(ThrowLaterAsync(fault)));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.GenerateStreamingAsync(Square, Token).CountAsync(Token).AsTask());

        Assert.Same(fault, thrown);
        Assert.Empty(service.Received);
    }

    [Fact]
    public async Task An_exception_of_the_package_gets_the_facts_of_the_call()
    {
        var fault = new ImageCallRejectedException("the ledger is closed.") { PossiblyBilledAttempts = 1 };
        using var service = new ScriptedService().Reply(200, PaidCall.Made);

        var thrown = await Assert.ThrowsAsync<ImageCallRejectedException>(
            () => PaidCall.MakeAsync(service, options => options.BeforeSending = (_, _) => throw fault));

        Assert.Same(fault, thrown);
        Assert.Equal((0, 0), (service.Attempts, thrown.PossiblyBilledAttempts));
    }

    [Fact]
    public async Task The_hook_does_not_hide_an_earlier_attempt_that_may_be_billed()
    {
        var fault = new InvalidOperationException("The table is locked.");
        using var service = new ScriptedService().Reply(504).Reply(200, PaidCall.Made);

        var thrown = await Assert.ThrowsAsync<ImageTransportException>(() => PaidCall.MakeAsync(service, options =>
        {
            options.RetryUnknownOutcome = true;
            options.BeforeSending = (context, _) => context.Attempt == 2 ? throw fault : default;
        }));

        Assert.Equal((1, 1), (service.Attempts, thrown.PossiblyBilledAttempts));
        Assert.Same(fault, thrown.InnerException);
        Assert.Equal(
            "The request was not sent: BeforeSending failed (InvalidOperationException). " +
                "The image may have been made and billed.",
            thrown.Message);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_in_the_hook_is_not_sent()
    {
        var never = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        using var service = new ScriptedService().Reply(200, PaidCall.Made);

        var call = PaidCall.MakeAsync(
            service,
            options => options.BeforeSending = (_, _) => new(never.Task),
            client => client.GenerateAsync("a red fox", stop.Token));
        await stop.CancelAsync();

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((0, false), (service.Attempts, canceled is ImageCallCanceledException));
        Assert.Equal(stop.Token, canceled.CancellationToken);
    }

    [Fact]
    public async Task A_hook_that_ends_in_spite_of_a_cancellation_sends_no_attempt()
    {
        using var stop = new CancellationTokenSource();
        using var service = new ScriptedService().Reply(200, PaidCall.Made);

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PaidCall.MakeAsync(
            service,
            options => options.BeforeSending = async (_, _) => await stop.CancelAsync(),
            client => client.GenerateAsync("a red fox", stop.Token)));

        Assert.Equal((0, false), (service.Attempts, canceled is ImageCallCanceledException));
    }

    [Fact]
    public async Task A_hook_that_never_returns_ends_with_AttemptTimeout()
    {
        var never = new TaskCompletionSource();
        using var service = new ScriptedService().Reply(200, PaidCall.Made);
        var clock = new WaitingClock();
        using var client = new OpenAIImageClient(
            new()
            {
                ApiKey = FakeService.Key,
                Endpoint = new Uri("https://fake.test/v1"),
                TimeProvider = clock,
                MaxRetries = 0,
                BeforeSending = (_, _) => new(never.Task),
            },
            service);

        var call = client.GenerateAsync(Square, Token);
        clock.Advance(TimeSpan.FromMinutes(10));

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.Equal((0, false), (service.Attempts, fault.MayHaveBeenBilled));
    }

    [Fact]
    public async Task The_turn_of_an_attempt_that_the_hook_stops_is_free_again()
    {
        var calls = 0;
        using var service = new ScriptedService().Reply(200, PaidCall.Made);
        using var watched = new WatchedClient(service, options =>
        {
            options.UseRateLimit(1);
            options.BeforeSending = (_, _) => ++calls == 1 ? throw new InvalidOperationException() : default;
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => watched.GenerateAsync());
        await watched.GenerateAsync();

        Assert.Equal((1, 0), (service.Attempts, watched.Clock.Waits.Count));
    }

    [Fact]
    public async Task A_budget_releases_the_reservation_of_a_call_that_the_hook_stopped()
    {
        var service = new FakeService();
        using var client = service.CreateClient(
            options => options.BeforeSending = (_, _) => throw new InvalidOperationException());
        var budget = new ImageBudget(1);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.WithBudget(budget).GenerateAsync(Square, Token));

        Assert.Equal((0m, 0m, 0), (budget.Spent, budget.Reserved, budget.PossiblyBilled.Count));
    }

    [Fact]
    public async Task A_budget_shows_the_hook_the_request_of_the_caller()
    {
        ImageRequest? told = null;
        var request = Square with { Model = null };
        using var client = new FakeService().Replies(HttpStatusCode.OK, PaidCall.Made).CreateClient(options =>
        {
            options.Model = "gpt-image-2";
            options.BeforeSending = (context, _) =>
            {
                told = context.Request;

                return default;
            };
        });

        await client.WithBudget(new ImageBudget(1)).GenerateAsync(request, Token);

        Assert.Same(request, told);
    }

    [Fact]
    public async Task A_split_request_shows_the_hook_itself_and_the_images_of_each_call()
    {
        var told = new List<(ImageRequest Request, int Images)>();
        var service = new FakeService();
        for (var i = 0; i < 3; i++)
        {
            service.Replies(HttpStatusCode.OK, PaidCall.Made);
        }

        using var client = service.CreateClient(options => options.BeforeSending = (context, _) =>
        {
            told.Add((context.Request, context.Images));

            return default;
        });
        var item = new ImageWorkItem("a", Square with { Count = 25 });

        await foreach (var _ in client.GenerateManyAsync([item], cancellationToken: Token))
        {
        }

        Assert.Equal([10, 10, 5], told.Select(call => call.Images));
        Assert.All(told, call => Assert.Same(item.Request, call.Request));
    }

    [Fact]
    public async Task A_journal_does_not_record_a_stopped_attempt_as_possibly_billed()
    {
        using var work = new JournalWork();
        var isOpen = false;
        var service = new FakeService().Replies(HttpStatusCode.OK, PaidCall.Made);
        using var client = service.CreateClient(
            options => options.BeforeSending = (_, _) => isOpen ? default : throw new IOException("locked"));

        var first = Assert.Single(await work.RunAsync(client, JournalWork.Items(1)));
        isOpen = true;
        var second = Assert.Single(await work.RunAsync(client, JournalWork.Items(1)));

        Assert.Equal((ImageWorkStatus.Failed, ImageWorkStatus.Done), (first.Status, second.Status));
        Assert.IsType<IOException>(first.Exception);
        Assert.Single(service.Received);
    }

    private static Exception Counted(ref int calls, Exception fault)
    {
        calls++;

        return fault;
    }

    private static async Task ThrowLaterAsync(Exception fault)
    {
        await Task.Yield();

        throw fault;
    }
}

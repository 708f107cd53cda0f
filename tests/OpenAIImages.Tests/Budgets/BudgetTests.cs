using CsCheck;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Budgets;

public sealed class BudgetTests
{
    // The image costs 0.21072 dollars; the prompt costs 0.00005 dollars or less.
    private static readonly GenerateImageRequest Square = new("a cat")
    {
        Model = ImageModel.GptImage2,
        Quality = ImageQuality.High,
        Size = ImageSize.Square,
    };

    private static readonly decimal High = Square.Estimate(ImagePriceList.Default).High!.Value;

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_budget_of_zero_or_less_is_refused(int dollars)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new ImageBudget(dollars));

    [Fact]
    public async Task The_usage_replaces_the_reservation()
    {
        var budget = new ImageBudget(1);
        var client = new Client(_ => new ImageResult([]) { Usage = Usage(1_000) }).WithBudget(budget);

        await client.GenerateAsync(Square, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((0.03005m, 0m), (budget.Spent, budget.Reserved));
    }

    [Fact]
    public async Task A_call_that_does_not_fit_is_not_sent()
    {
        var budget = new ImageBudget(High - 0.000001m);
        var inner = new Client(_ => new ImageResult([]));

        var thrown = await Assert.ThrowsAsync<ImageBudgetException>(
            () => inner.WithBudget(budget).GenerateAsync(Square, TestContext.Current.CancellationToken));

        Assert.Equal(0, inner.Calls);
        Assert.Equal((High, budget.Dollars), (thrown.Needed, thrown.Left));
        Assert.Null(thrown.Member);
    }

    [Theory]
    [InlineData("low", null, "Quality")]
    [InlineData("high", "svg", "OutputFormat")]
    public async Task A_call_without_an_upper_price_is_refused_with_the_member_to_set(
        string quality, string? format, string member)
    {
        var budget = new ImageBudget(100);
        var request = Square with { Model = ImageModel.GptImage26Flare, Quality = quality, OutputFormat = format };
        var inner = new Client(_ => new ImageResult([]));

        var thrown = await Assert.ThrowsAsync<ImageBudgetException>(
            () => inner.WithBudget(budget).GenerateAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(member, thrown.Member);
        Assert.Contains(member, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(0, inner.Calls);
    }

    [Fact]
    public async Task An_assumed_price_is_reserved_for_each_image()
    {
        var budget = new ImageBudget(100, options: new() { AssumeWhenUnknown = 0.5m });
        var request = Square with { Model = ImageModel.GptImage26Flare, Quality = ImageQuality.Low, Count = 3 };
        var reserved = 0m;
        var client = new Client(_ =>
        {
            reserved = budget.Reserved;

            return new ImageResult([]);
        }).WithBudget(budget);

        await client.GenerateAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((1.5m, 1.5m), (reserved, budget.Spent));
    }

    [Fact]
    public async Task A_variation_has_no_price_but_the_assumed_one()
    {
        var request = new CreateVariationRequest(ImageInput.FromBytes(new byte[] { 1 }));
        var client = new Client(_ => new ImageResult([])).WithBudget(new ImageBudget(100));

        var thrown = await Assert.ThrowsAsync<ImageBudgetException>(
            () => client.CreateVariationAsync(request, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("AssumeWhenUnknown", thrown.Member);
    }

    [Fact]
    public async Task Usage_above_the_reservation_is_booked_in_full()
    {
        var budget = new ImageBudget(0.3m);
        var client = new Client(_ => new ImageResult([]) { Usage = Usage(20_000) }).WithBudget(budget);

        await client.GenerateAsync(Square, TestContext.Current.CancellationToken);

        Assert.Equal(0.60005m, budget.Spent);
        Assert.True(budget.Left < 0);
        await Assert.ThrowsAsync<ImageBudgetException>(
            () => client.GenerateAsync(Square, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_reply_without_usage_books_the_reservation()
    {
        var budget = new ImageBudget(1);
        var client = new Client(_ => new ImageResult([])).WithBudget(budget);

        await client.GenerateAsync(Square, TestContext.Current.CancellationToken);

        Assert.Equal((High, 0m), (budget.Spent, budget.Reserved));
    }

    [Fact]
    public async Task An_unknown_outcome_stays_reserved_and_is_listed()
    {
        var budget = new ImageBudget(1);
        var client = new Client(_ => throw new ImageTransportException("lost")
        {
            PossiblyBilledAttempts = 1,
            ClientRequestId = "id-1",
        }).WithBudget(budget);

        await Assert.ThrowsAsync<ImageTransportException>(
            () => client.GenerateAsync(Square, TestContext.Current.CancellationToken));

        var entry = Assert.Single(budget.PossiblyBilled);
        Assert.Equal((High, "id-1", ImageModel.GptImage2), (entry.Dollars, entry.ClientRequestId, entry.Model));
        Assert.Equal((0m, High), (budget.Spent, budget.Reserved));

        budget.Settle(entry, 0.2m);

        Assert.Equal((0.2m, 0m, 0), (budget.Spent, budget.Reserved, budget.PossiblyBilled.Count));
    }

    [Fact]
    public async Task A_call_that_cannot_have_been_billed_gives_its_reservation_back()
    {
        var budget = new ImageBudget(1);
        var client = new Client(_ => throw new ImageTransportException("not sent")).WithBudget(budget);

        await Assert.ThrowsAsync<ImageTransportException>(
            () => client.GenerateAsync(Square, TestContext.Current.CancellationToken));

        Assert.Equal((0m, 0m), (budget.Spent, budget.Reserved));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task A_cancelled_call_stays_reserved_when_it_was_sent(int billed, int listed)
    {
        var budget = new ImageBudget(1);
        var client = new Client(_ => throw (billed == 0
            ? new OperationCanceledException()
            : new ImageCallCanceledException { PossiblyBilledAttempts = billed })).WithBudget(budget);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GenerateAsync(Square, TestContext.Current.CancellationToken));

        Assert.Equal(listed, budget.PossiblyBilled.Count);
        Assert.Equal(listed * High, budget.Reserved);
    }

    [Fact]
    public async Task Possibly_billed_attempts_before_a_success_are_listed()
    {
        var budget = new ImageBudget(1);
        var client = new Client(_ => new ImageResult([])
        {
            Usage = Usage(1_000),
            PossiblyBilledAttempts = 2,
        }).WithBudget(budget);

        await client.GenerateAsync(Square, TestContext.Current.CancellationToken);

        Assert.Equal((0.03005m, 2 * High, 2), (budget.Spent, budget.Reserved, budget.PossiblyBilled.Count));
    }

    [Fact]
    public async Task A_client_that_repeats_unknown_outcomes_reserves_every_attempt()
    {
        var service = new FakeService();
        using var client = service.CreateClient(options =>
        {
            options.RetryUnknownOutcome = true;
            options.MaxRetries = 2;
        });
        var budget = new ImageBudget(3 * High - 0.000001m);

        await Assert.ThrowsAsync<ImageBudgetException>(
            () => client.WithBudget(budget).GenerateAsync(Square, TestContext.Current.CancellationToken));

        Assert.Empty(service.Received);
    }

    [Fact]
    public async Task The_model_of_the_client_counts_if_the_request_names_no_model()
    {
        var service = new FakeService();
        using var client = service.CreateClient(options => options.Model = ImageModel.GptImage2);
        var budget = new ImageBudget(High / 2);

        var thrown = await Assert.ThrowsAsync<ImageBudgetException>(() => client.WithBudget(budget).GenerateAsync(
            Square with { Model = null }, TestContext.Current.CancellationToken));

        Assert.Equal(High, thrown.Needed);
    }

    [Fact]
    public async Task A_stream_costs_what_its_images_cost()
    {
        var budget = new ImageBudget(1);
        var client = new Client(Completed(1_000)).WithBudget(budget);

        await foreach (var _ in client.GenerateStreamingAsync(Square, TestContext.Current.CancellationToken))
        {
            Assert.Equal(High, budget.Reserved);
        }

        Assert.Equal((0.03005m, 0m), (budget.Spent, budget.Reserved));
    }

    [Fact]
    public async Task An_attempt_before_a_stream_that_may_have_been_billed_stays_reserved()
    {
        var budget = new ImageBudget(1);
        var client = new Client(Completed(1_000) with { PossiblyBilledAttempts = 1 }).WithBudget(budget);

        await client.GenerateStreamingAsync(Square, TestContext.Current.CancellationToken)
            .CountAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0.03005m, High, 1), (budget.Spent, budget.Reserved, budget.PossiblyBilled.Count));
    }

    [Fact]
    public async Task A_stream_that_is_left_early_stays_reserved()
    {
        var budget = new ImageBudget(1);
        var client = new Client(
            new PartialImageEvent(ImageOutput.FromBytes(new byte[] { 1 })), Completed(1_000)).WithBudget(budget);

        await foreach (var _ in client.GenerateStreamingAsync(Square, TestContext.Current.CancellationToken))
        {
            break;
        }

        Assert.Equal((0m, High, 1), (budget.Spent, budget.Reserved, budget.PossiblyBilled.Count));
    }

    [Fact]
    public async Task A_stream_that_is_left_after_its_last_image_costs_its_usage()
    {
        var budget = new ImageBudget(1);
        var client = new Client(Completed(1_000)).WithBudget(budget);

        await foreach (var _ in client.GenerateStreamingAsync(Square, TestContext.Current.CancellationToken))
        {
            break;
        }

        Assert.Equal((0.03005m, 0m), (budget.Spent, budget.Reserved));
    }

    [Fact]
    public void No_order_of_completions_allows_a_call_that_does_not_fit()
        => Gen.Select(Gen.Int[1, 40], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9_000]).Array[1, 60]).Sample(
            (limit, steps) =>
            {
                var budget = new ImageBudget(limit * High / 4);
                var open = new Queue<ImageReservation>();
                foreach (var (kind, tokens) in steps)
                {
                    var left = budget.Left;
                    try
                    {
                        open.Enqueue(budget.Reserve(Square));
                        Assert.True(left >= High);
                    }
                    catch (ImageBudgetException)
                    {
                        Assert.True(left < High);
                    }

                    if (kind > 0 && open.TryDequeue(out var reservation))
                    {
                        End(reservation, kind, tokens);
                    }

                    Assert.Equal(budget.Dollars, budget.Left + budget.Spent + budget.Reserved);
                    Assert.Equal((open.Count + budget.PossiblyBilled.Count) * High, budget.Reserved);
                }
            });

    [Fact]
    public async Task Threads_never_reserve_more_than_the_budget()
    {
        var budget = new ImageBudget(10 * High);
        var granted = 0;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() =>
        {
            try
            {
                budget.Reserve(Square);
                Interlocked.Increment(ref granted);
            }
            catch (ImageBudgetException)
            {
                // The budget is empty for the remaining threads.
            }
        })));

        Assert.Equal(10, granted);
        Assert.Equal(0, budget.Left);
    }

    private static void End(ImageReservation reservation, int kind, int tokens)
    {
        switch (kind)
        {
            case 1:
                reservation.Settle(new ImageResult([]) { Usage = Usage(tokens) });
                break;
            case 2:
                reservation.Settle(new ImageTransportException("lost") { PossiblyBilledAttempts = 1 });
                break;
            default:
                reservation.Settle(new ImageTransportException("not sent"));
                break;
        }
    }

    private static CompletedImageEvent Completed(long tokens)
        => new(ImageOutput.FromBytes(new byte[] { 1 })) { Usage = Usage(tokens) };

    private static ImageUsage Usage(long outputTokens) => new()
    {
        InputTokens = 10,
        OutputTokens = outputTokens,
        InputDetails = new() { TextTokens = 10, ImageTokens = 0 },
        OutputDetails = new() { ImageTokens = outputTokens, TextTokens = 0 },
    };

    private sealed class Client : DelegatingImageClient
    {
        private readonly Func<ImageRequest, ImageResult> _answer;
        private readonly ImageStreamEvent[] _events;

        public Client(Func<ImageRequest, ImageResult> answer) => (_answer, _events) = (answer, []);

        public Client(params ImageStreamEvent[] events) => (_answer, _events) = (_ => new ImageResult([]), events);

        public int Calls { get; private set; }

        public override Task<ImageResult> GenerateAsync(
            GenerateImageRequest request,
            ImageDestination? destination = null,
            CancellationToken cancellationToken = default)
        {
            Calls++;

            return Task.Run(() => _answer(request), CancellationToken.None);
        }

        public override IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
            GenerateImageRequest request,
            ImageDestination? destination = null,
            CancellationToken cancellationToken = default)
            => _events.ToAsyncEnumerable();
    }
}

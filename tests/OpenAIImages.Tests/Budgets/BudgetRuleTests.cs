using CsCheck;

namespace OpenAIImages.Tests.Budgets;

/// <summary>A budget counts a bound for each call whose price is not certain, and covers every operation of a
/// client.</summary>
public sealed class BudgetRuleTests
{
    private static readonly GenerateImageRequest Square = new("a cat")
    {
        Model = ImageModel.GptImage2,
        Quality = ImageQuality.High,
        Size = ImageSize.Square,
    };

    private static readonly ImageInput Small = ImageInput.FromFileId("file-1");

    public static TheoryData<string> PaidCalls
        => ["Generate", "Edit", "CreateVariation", "GenerateStreaming", "EditStreaming"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PaidCalls))]
    public async Task No_operation_bypasses_the_budget(string operation)
    {
        var inner = new CountingClient();
        var budget = new ImageBudget(0.000001m, options: new() { AssumeWhenUnknown = 1 });

        await Assert.ThrowsAsync<ImageBudgetException>(() => CallAsync(inner.WithBudget(budget), operation));

        Assert.Equal((0, 0m), (inner.Calls, budget.Reserved));
    }

    [Theory]
    [MemberData(nameof(PaidCalls))]
    public async Task Every_operation_reserves_and_settles(string operation)
    {
        var budget = new ImageBudget(10, options: new() { AssumeWhenUnknown = 1 });
        var reserved = 0m;
        var inner = new CountingClient { Sent = _ => reserved = budget.Reserved };

        await CallAsync(inner.WithBudget(budget), operation);

        Assert.True(reserved > 0);
        Assert.Equal((1, 0m, reserved), (inner.Calls, budget.Reserved, budget.Spent));
    }

    [Fact]
    public async Task A_download_costs_nothing_and_is_always_allowed()
    {
        var budget = new ImageBudget(0.000001m);
        var inner = new CountingClient();

        await inner.WithBudget(budget).DownloadAsync(
            ImageOutput.FromLink(new Uri("https://files.test/1.png")),
            ImageDestination.Stream(new MemoryStream()),
            cancellationToken: Token);

        Assert.Equal((1, 0m), (inner.Calls, budget.Reserved));
    }

    [Fact]
    public void A_missing_or_automatic_quality_counts_as_the_most_expensive_one()
    {
        var budget = new ImageBudget(10);

        var open = budget.Reserve(Square with { Quality = null }).Dollars;
        var auto = budget.Reserve(Square with { Quality = ImageQuality.Auto }).Dollars;
        var high = budget.Reserve(Square).Dollars;

        Assert.Equal((high, high), (open, auto));
    }

    [Fact]
    public void A_missing_size_counts_at_least_as_much_as_each_size_of_the_model()
    {
        var budget = new ImageBudget(100);
        var sizes = ImageModelCatalog.Find(ImageModel.GptImage2)!.Sizes.Where(size => !size.IsAuto);

        var open = budget.Reserve(Square with { Size = null }).Dollars;

        Assert.Equal(open, budget.Reserve(Square with { Size = ImageSize.Auto }).Dollars);
        Assert.All(sizes, size => Assert.True(budget.Reserve(Square with { Size = size }).Dollars <= open, $"{size}"));
    }

    [Fact]
    public void An_input_of_unknown_size_counts_as_1536_tokens()
    {
        var budget = new ImageBudget(10);
        var rate = ImagePriceList.Default.Find(ImageModel.GptImage2)!.ImageInput!.Value;
        var edit = new EditImageRequest("a cat", Small)
        {
            Model = ImageModel.GptImage2,
            Quality = ImageQuality.High,
            Size = ImageSize.Square,
        };

        var one = budget.Reserve(edit).Dollars;
        var two = budget.Reserve(edit with { Images = [Small, Small] }).Dollars;

        Assert.Equal(1_536 * rate / 1_000_000, two - one);
    }

    [Fact]
    public void Each_image_of_a_call_is_reserved()
    {
        var budget = new ImageBudget(100);
        var one = budget.Reserve(Square).Dollars;

        var four = budget.Reserve(Square with { Count = 4 }).Dollars;

        Assert.InRange(four, one * 3.9m, one * 4);
    }

    [Fact]
    public async Task Clients_of_several_services_share_a_budget()
    {
        var budget = new ImageBudget(Bound(Square) * 1.5m);
        var (one, other) = (new CountingClient(), new CountingClient());

        await one.WithBudget(budget).GenerateAsync(Square, Token);
        await Assert.ThrowsAsync<ImageBudgetException>(() => other.WithBudget(budget).GenerateAsync(Square, Token));

        Assert.Equal((1, 0), (one.Calls, other.Calls));
    }

    [Theory]
    [MemberData(nameof(PaidCalls))]
    public async Task A_disposed_client_costs_nothing(string operation)
    {
        var budget = new ImageBudget(10, options: new() { AssumeWhenUnknown = 1 });
        var client = new OpenAIImageClient(new ImageClientOptions { ApiKey = "sk-any" });
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => CallAsync(client.WithBudget(budget), operation));

        Assert.Equal((0m, 0m), (budget.Reserved, budget.Spent));
        Assert.Empty(budget.PossiblyBilled);
    }

    [Fact]
    public async Task A_large_work_keeps_to_its_budget()
    {
        var budget = new ImageBudget(Bound(Square) * 3.5m);
        var inner = new CountingClient();
        var items = Enumerable.Range(1, 10).Select(number => new ImageWorkItem($"{number}", Square));

        var results = await inner.WithBudget(budget)
            .GenerateManyAsync(items, cancellationToken: Token)
            .ToListAsync(Token);

        var held = results.Where(result => result.Status == ImageWorkStatus.Failed).ToArray();
        Assert.Equal((3, 7), (inner.Calls, held.Length));
        Assert.All(held, result => Assert.IsType<ImageBudgetException>(result.Exception));
        Assert.Equal(Bound(Square) * 3, budget.Spent);
    }

    [Fact]
    public Task No_thread_sends_a_call_whose_bound_does_not_fit()
    {
        var step = Gen.Select(Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[0, 100]);

        return Gen.Select(Gen.Int[1, 30], step.Array[1, 80]).SampleAsync(
            async (limit, steps) =>
            {
                var ledger = new Ledger(limit * Bound(Square) / 2);
                var client = ledger.Client.WithBudget(ledger.Budget);

                var parallel = new ParallelOptions { MaxDegreeOfParallelism = 8 };

                await Parallel.ForEachAsync(steps, parallel, async (step, _) =>
                {
                    var (images, outcome, percent) = step;
                    var request = Square with { Count = images, User = $"{outcome} {percent}" };
                    try
                    {
                        await client.GenerateAsync(request, Token);
                    }
                    catch (ImageClientException)
                    {
                        // The budget refused the call, or the call failed because its outcome says so.
                    }
                });

                Assert.False(ledger.WasOverdrawn);
                Assert.Equal(ledger.Spent, ledger.Budget.Spent);
                Assert.Equal(ledger.PossiblyBilled, ledger.Budget.Reserved);
                Assert.Equal(ledger.Budget.Dollars, ledger.Budget.Left + ledger.Budget.Spent + ledger.Budget.Reserved);
            },
            iter: 200);
    }

    private static decimal Bound(GenerateImageRequest request) => request.Estimate(ImagePriceList.Default).High!.Value;

    private static Task CallAsync(IImageClient client, string operation)
    {
        var edit = new EditImageRequest("a cat", Small) { Model = ImageModel.GptImage2, Size = ImageSize.Square };

        return operation switch
        {
            "Generate" => client.GenerateAsync(Square, Token),
            "Edit" => client.EditAsync(edit, Token),
            "CreateVariation" => client.CreateVariationAsync(new CreateVariationRequest(Small), Token),
            "GenerateStreaming" => client.GenerateStreamingAsync(Square, Token).CountAsync(Token).AsTask(),
            _ => client.EditStreamingAsync(edit, Token).CountAsync(Token).AsTask(),
        };
    }

    /// <summary>Keeps its own account of the calls that a budget allows.</summary>
    private sealed class Ledger
    {
        private readonly Lock _gate = new();
        private decimal _underWay;

        public Ledger(decimal dollars)
        {
            Budget = new ImageBudget(dollars);
            Client = new CountingClient { AnswerAsync = AnswerAsync };
        }

        public ImageBudget Budget { get; }

        public CountingClient Client { get; }

        public bool WasOverdrawn { get; private set; }

        public decimal Spent { get; private set; }

        public decimal PossiblyBilled { get; private set; }

        // The outcomes of a call: it cost a share of its bound, has no usage, may have been billed, or was not billed.
        private async Task<ImageResult> AnswerAsync(ImageRequest request)
        {
            var bound = Bound((GenerateImageRequest)request);
            Book(underWay: bound);
            await Task.Yield();
            var (outcome, percent) = request.User!.Split(' ') is [var first, var second]
                ? (first, long.Parse(second, System.Globalization.CultureInfo.InvariantCulture))
                : default;
            switch (outcome)
            {
                case "0":
                    var usage = new ImageUsage
                    {
                        InputDetails = new() { TextTokens = 0, ImageTokens = 0 },
                        OutputDetails = new() { ImageTokens = 50 * percent, TextTokens = 0 },
                    };
                    Book(-bound, spent: usage.Cost(ImagePriceList.Default, ImageModel.GptImage2).Total!.Value);

                    return new ImageResult([]) { Usage = usage };
                case "1":
                    Book(-bound, spent: bound);

                    return new ImageResult([]);
                case "2":
                    Book(-bound, possiblyBilled: bound);

                    throw new ImageTransportException("lost") { PossiblyBilledAttempts = 1 };
                default:
                    Book(-bound);

                    throw new ImageTransportException("not sent");
            }
        }

        private void Book(decimal underWay, decimal spent = 0, decimal possiblyBilled = 0)
        {
            lock (_gate)
            {
                _underWay += underWay;
                Spent += spent;
                PossiblyBilled += possiblyBilled;
                WasOverdrawn |= _underWay + Spent + PossiblyBilled > Budget.Dollars || Budget.Left < 0;
            }
        }
    }

    private sealed class CountingClient : DelegatingImageClient
    {
        private int _calls;

        public int Calls => _calls;

        public Action<ImageRequest>? Sent { get; init; }

        public Func<ImageRequest, Task<ImageResult>> AnswerAsync { get; init; }
            = _ => Task.FromResult(new ImageResult([]));

        public override Task<ImageResult> GenerateAsync(
            GenerateImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
            => SendAsync(request);

        public override Task<ImageResult> EditAsync(
            EditImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
            => SendAsync(request);

        public override Task<ImageResult> CreateVariationAsync(
            CreateVariationRequest request, ImageDestination? destination, CancellationToken cancellationToken)
            => SendAsync(request);

        public override IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
            GenerateImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
            => StreamAsync(request);

        public override IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
            EditImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
            => StreamAsync(request);

        public override Task<ImageOutput> DownloadAsync(
            ImageOutput image,
            ImageDestination destination,
            IProgress<ImageProgress>? progress,
            CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);

            return Task.FromResult(image);
        }

        private Task<ImageResult> SendAsync(ImageRequest request)
        {
            Interlocked.Increment(ref _calls);
            Sent?.Invoke(request);

            return AnswerAsync(request);
        }

        private async IAsyncEnumerable<ImageStreamEvent> StreamAsync(ImageRequest request)
        {
            await SendAsync(request);

            yield return new CompletedImageEvent(ImageOutput.FromBytes(new byte[] { 1 }));
        }
    }
}

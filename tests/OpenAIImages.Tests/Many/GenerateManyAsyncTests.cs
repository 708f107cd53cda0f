using System.Globalization;
using System.Net;

namespace OpenAIImages.Tests.Many;

public sealed class GenerateManyAsyncTests
{
    private static readonly GenerateImageRequest Cat = new("a cat") { Model = ImageModel.GptImage2 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_piece_has_an_outcome_under_its_id()
    {
        var client = new ManualClient { Answer = Images };
        var items = Items(100);

        var results = await ToListAsync(client.GenerateManyAsync(items, cancellationToken: Stop));

        Assert.Equal(items.Select(item => item.Id).Order(), results.Select(result => result.Item.Id).Order());
        Assert.All(results, result => Assert.Equal(ImageWorkStatus.Done, result.Status));
    }

    [Fact]
    public async Task MaxParallelism_calls_run_at_the_same_time_and_no_more()
    {
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ManualClient client = null!;
        client = new ManualClient
        {
            AnswerAsync = async request =>
            {
                if (client.AtOnce == 5)
                {
                    full.TrySetResult();
                }

                await full.Task;

                return Images(request);
            },
        };

        await ToListAsync(client.GenerateManyAsync(Items(200), new() { MaxParallelism = 5 }, Stop));

        Assert.Equal((5, 200), (client.MostAtOnce, client.Requests.Count));
    }

    [Fact]
    public async Task At_most_MaxParallelism_outcomes_wait_for_their_order()
    {
        var first = new TaskCompletionSource<ImageResult>();
        var client = new ManualClient
        {
            AnswerAsync = request => request.Prompt == "1" ? first.Task : Task.FromResult(Images(request)),
        };
        var taken = 0;

        var running = ToListAsync(client.GenerateManyAsync(
            Items(50).Select(item =>
            {
                taken++;

                return item;
            }),
            new() { MaxParallelism = 4, InOrder = true },
            Stop));
        await client.WaitForCallsAsync(4);

        Assert.Equal(4, taken);
        first.SetResult(Images(Cat));
        Assert.Equal(Items(50).Select(item => item.Id), (await running).Select(result => result.Item.Id));
    }

    [Fact]
    public async Task Outcomes_come_in_order_if_the_options_say_so()
    {
        var client = new ManualClient { Answer = Images, Yields = true };

        var results = await ToListAsync(client.GenerateManyAsync(Items(50), new() { InOrder = true }, Stop));

        Assert.Equal(Items(50).Select(item => item.Id), results.Select(result => result.Item.Id));
    }

    [Fact]
    public async Task A_finished_outcome_does_not_wait_for_a_slow_one()
    {
        var first = new TaskCompletionSource<ImageResult>();
        var client = new ManualClient
        {
            AnswerAsync = request => request.Prompt == "1" ? first.Task : Task.FromResult(Images(request)),
        };

        var results = client.GenerateManyAsync(Items(2), cancellationToken: Stop).GetAsyncEnumerator(Stop);
        Assert.True(await results.MoveNextAsync());

        Assert.Equal("2", results.Current.Item.Id);
        first.SetResult(Images(Cat));
        Assert.True(await results.MoveNextAsync());
        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public async Task A_count_too_large_for_one_call_is_split()
    {
        var client = new ManualClient { Answer = Images };
        var item = new ImageWorkItem("a", Cat with { Count = 25 });

        var result = Assert.Single(await ToListAsync(client.GenerateManyAsync([item], cancellationToken: Stop)));

        Assert.Equal([10, 10, 5], client.Requests.Select(request => request.Count ?? 1));
        Assert.Equal(25, result.Images.Count);
        Assert.Equal(3, result.Results.Count);
    }

    [Fact]
    public async Task One_request_makes_any_number_of_images()
    {
        var client = new ManualClient { Answer = Images };

        var results = await ToListAsync(client.GenerateManyAsync(Cat, count: 1_004, cancellationToken: Stop));

        Assert.Equal(1_004, results.Sum(result => result.Images.Count));
        Assert.Equal(101, client.Requests.Count);
    }

    [Fact]
    public async Task A_failed_call_is_an_outcome_and_the_others_go_on()
    {
        var client = new ManualClient
        {
            Answer = request => request.Prompt == "3"
                ? throw new ImageApiException(HttpStatusCode.BadRequest)
                : Images(request),
        };

        var results = await ToListAsync(client.GenerateManyAsync(Items(9), cancellationToken: Stop));

        var failed = Assert.Single(results, result => result.Status == ImageWorkStatus.Failed);
        Assert.Equal("3", failed.Item.Id);
        Assert.IsType<ImageApiException>(failed.Exception);
    }

    [Fact]
    public async Task Images_of_calls_before_a_fault_are_kept()
    {
        var calls = 0;
        var client = new ManualClient
        {
            Answer = request => ++calls == 2
                ? throw new ImageTransportException("lost")
                {
                    PossiblyBilledAttempts = 1,
                    Received = [ImageOutput.FromBytes(new byte[] { 9 })],
                }
                : Images(request),
        };
        var item = new ImageWorkItem("a", Cat with { Count = 30 });

        var result = Assert.Single(await ToListAsync(client.GenerateManyAsync([item], cancellationToken: Stop)));

        Assert.Equal(ImageWorkStatus.PossiblyBilled, result.Status);
        Assert.Equal(11, result.Images.Count);
    }

    [Fact]
    public async Task A_duplicate_id_in_a_collection_is_found_before_any_call_is_sent()
    {
        var client = new ManualClient { Answer = Images };
        ImageWorkItem[] items = [.. Items(3), new ImageWorkItem("2", Cat)];

        var thrown = await Assert.ThrowsAsync<ArgumentException>(
            () => ToListAsync(client.GenerateManyAsync(items, cancellationToken: Stop)));

        Assert.Contains("The id 2 occurs twice", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task A_duplicate_id_ends_a_lazy_work_after_the_running_calls()
    {
        var client = new ManualClient { Answer = Images };
        var results = new List<ImageWorkResult>();

        var thrown = await Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (var result in client.GenerateManyAsync(
                Items(3).Append(new ImageWorkItem("2", Cat)).Where(_ => true), cancellationToken: Stop))
            {
                results.Add(result);
            }
        });

        Assert.Contains("The id 2 occurs twice", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(3, results.Count);
        Assert.Equal(3, client.Requests.Count);
    }

    [Fact]
    public async Task An_exception_of_the_sequence_is_thrown_after_the_running_calls()
    {
        var client = new ManualClient { Answer = Images };
        var results = new List<ImageWorkResult>();

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var result in client.GenerateManyAsync(Broken(), cancellationToken: Stop))
            {
                results.Add(result);
            }
        });

        Assert.Equal(5, results.Count);

        static async IAsyncEnumerable<ImageWorkItem> Broken()
        {
            foreach (var item in Items(5))
            {
                yield return item;
            }

            await Task.Yield();
            throw new InvalidDataException("line 6 is broken");
        }
    }

    [Theory]
    [InlineData(true, ImageWorkStatus.Done)]
    [InlineData(false, ImageWorkStatus.PossiblyBilled)]
    public async Task A_cancellation_lets_running_calls_end_or_cancels_them(bool finishes, ImageWorkStatus status)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var call = new TaskCompletionSource<ImageResult>();
        var client = new ManualClient { AnswerAsync = _ => call.Task };
        var results = new List<ImageWorkResult>();
        var options = new ImageManyOptions { MaxParallelism = 3, FinishWhatIsUnderWay = finishes };

        var running = Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in client.GenerateManyAsync(Items(10), options, stop.Token))
            {
                results.Add(result);
            }
        });
        await client.WaitForCallsAsync(3);
        await stop.CancelAsync();
        if (finishes)
        {
            Assert.False(running.IsCompleted);
            call.SetResult(Images(Cat));
        }

        await running;

        Assert.Equal(3, client.Requests.Count);
        Assert.Equal(Enumerable.Repeat(status, 3), results.Select(result => result.Status));
        Assert.All(results, result => Assert.Equal(!finishes, result.Exception is ImageCallCanceledException));
    }

    [Fact]
    public async Task A_busy_consumer_slows_the_work_down()
    {
        var client = new ManualClient { Answer = Images };
        var taken = 0;

        await using var results = client
            .GenerateManyAsync(Endless(), new() { MaxParallelism = 4 }, Stop)
            .GetAsyncEnumerator(Stop);
        await results.MoveNextAsync();
        await client.WaitForCallsAsync(4);

        Assert.Equal((4, 4), (taken, client.Requests.Count));
        await results.MoveNextAsync();
        Assert.Equal(5, taken);

        IEnumerable<ImageWorkItem> Endless()
        {
            while (true)
            {
                yield return new ImageWorkItem((++taken).ToString(CultureInfo.InvariantCulture), Cat);
            }
        }
    }

    [Fact]
    public async Task Progress_reports_the_cost_and_the_cost_of_the_rest()
    {
        var client = new ManualClient
        {
            Answer = _ => new ImageResult([])
            {
                Usage = new()
                {
                    InputDetails = new() { TextTokens = 10, ImageTokens = 0 },
                    OutputDetails = new() { ImageTokens = 1_000, TextTokens = 0 },
                },
            },
        };
        var seen = new List<ImageManyProgress>();
        var options = new ImageManyOptions
        {
            MaxParallelism = 1,
            Prices = ImagePriceList.Default,
            Total = 4,
            Progress = new Reported(seen.Add),
        };

        await ToListAsync(client.GenerateManyAsync(Items(4), options, Stop));

        var half = seen.First(progress => progress.Done == 2);
        Assert.Equal((2 * 0.03005m, 2 * 0.03005m), (half.Cost, half.CostOfRest));
        Assert.Equal((4, 0, 0m), (seen[^1].Done, seen[^1].UnderWay, seen[^1].CostOfRest));
    }

    private static ImageWorkItem[] Items(int count)
        => [.. Enumerable.Range(1, count)
            .Select(number => number.ToString(CultureInfo.InvariantCulture))
            .Select(id => new ImageWorkItem(id, new GenerateImageRequest(id) { Model = ImageModel.GptImage2 }))];

    private static ImageResult Images(PromptedImageRequest request)
        => new([.. Enumerable.Range(0, request.Count ?? 1).Select(_ => ImageOutput.FromBytes(new byte[] { 1 }))]);

    private static async Task<List<ImageWorkResult>> ToListAsync(IAsyncEnumerable<ImageWorkResult> results)
    {
        var list = new List<ImageWorkResult>();
        await foreach (var result in results)
        {
            list.Add(result);
        }

        return list;
    }

    private sealed class Reported(Action<ImageManyProgress> report) : IProgress<ImageManyProgress>
    {
        public void Report(ImageManyProgress value) => report(value);
    }
}

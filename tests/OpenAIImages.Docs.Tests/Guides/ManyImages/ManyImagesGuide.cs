using Docs.Support;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.ManyImages;

public sealed class ManyImagesGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task One_call_makes_up_to_ten_images()
    {
        var client = Client;

        var request = new GenerateImageRequest("a poster for a jazz night") { Count = 4 };
        var result = await client.GenerateAsync(request, ImageDestination.Directory("posters"));

        foreach (var image in result.Images)
        {
            Console.WriteLine(image.SavedPath);
        }

        Assert.Equal(4, Directory.GetFiles("posters").Length);
    }

    [Fact]
    public async Task Calls_run_side_by_side()
    {
        var client = Client;
        string[] animals = ["fox", "owl", "hare", "bear", "wolf"];

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 4 };
        await Parallel.ForEachAsync(animals, parallel, async (animal, stop) =>
        {
            var request = new GenerateImageRequest($"a {animal} in the snow");
            await client.GenerateAsync(request, ImageDestination.File($"{animal}.png"), stop);
        });

        Assert.Equal(5, Directory.GetFiles(".").Length);
    }

    [Fact]
    public async Task A_rate_limit_spaces_the_calls()
    {
        var key = "sk-of-many-images";
        var options = new ImageClientOptions { ApiKey = key };
        options.UseRateLimit(imagesPerMinute: 120);
        using var client = new OpenAIImageClient(options);

        await client.GenerateAsync("a fox", Token);

        Assert.Single(Received);
    }

    [Fact]
    public async Task Images_before_a_fault_are_kept()
    {
        var client = Client;
        using var cut = Emulator.Fail(EmulatorFault.CutStream(afterEvents: 2));
        var request = new GenerateImageRequest("a poster for a jazz night") { Count = 4 };

        try
        {
            await foreach (var item in client.GenerateStreamingAsync(request, ImageDestination.Directory("posters")))
            {
                Console.WriteLine($"image {item.ImageIndex} is there");
            }
        }
        catch (ImageClientException failure)
        {
            foreach (var image in failure.Received)
            {
                Console.WriteLine($"kept: {image.SavedPath}");
            }
        }

        Assert.Equal(1, cut.Strikes);
        Assert.Equal(2, Directory.GetFiles("posters").Length);
    }

    [Fact]
    public async Task A_sequence_of_requests_is_made_at_once()
    {
        var client = Client;
        using var refusal = Emulator.Fail(EmulatorFault.Moderation("violence"), new() { PromptContains = "wolf" });
        string[] animals = ["fox", "owl", "hare", "bear", "wolf"];

        var work = animals.Select(animal => new ImageWorkItem(
            animal, new GenerateImageRequest($"a {animal} in the snow") { Quality = ImageQuality.Low }));
        var options = new ImageManyOptions
        {
            MaxParallelism = 4,
            Destination = item => ImageDestination.File($"{item.Id}.png"),
            Prices = ImagePriceList.Default,
        };

        await foreach (var outcome in client.GenerateManyAsync(work, options))
        {
            Console.WriteLine(outcome.Status switch
            {
                ImageWorkStatus.Done => $"{outcome.Images[0].SavedPath}: {outcome.Cost:0.000} dollars",
                ImageWorkStatus.PossiblyBilled => $"{outcome.Item.Id}: ask before you try again",
                _ => $"{outcome.Item.Id}: {outcome.Exception?.Message}",
            });
        }

        Assert.Equal(4, Directory.GetFiles(".").Length);
        Assert.Equal(1, refusal.Strikes);
    }

    [Fact]
    public async Task Many_images_of_one_request_are_several_calls()
    {
        var client = Client;
        var made = 0;

        var request = new GenerateImageRequest("a poster for a jazz night") { Quality = ImageQuality.Low };
        await foreach (var outcome in client.GenerateManyAsync(request, count: 12))
        {
            made += outcome.Images.Count;
        }

        Assert.Equal(12, made);
        Assert.Equal(2, Received.Count);
    }

    [Fact]
    public async Task Progress_reports_the_state_of_the_work()
    {
        var client = Client;
        var request = new GenerateImageRequest("a fox") { Quality = ImageQuality.Low };

        var options = new ImageManyOptions
        {
            Total = 3,
            Prices = ImagePriceList.Default,
            Progress = new Progress<ImageManyProgress>(now => Console.WriteLine(
                $"{now.Done} of {now.Total}, {now.Cost:0.00} dollars, {now.Left} left")),
        };
        var outcomes = client.GenerateManyAsync(Enumerable.Repeat(request, 3), options);

        Assert.Equal(3, await outcomes.CountAsync(Token));
    }

    [Fact]
    public async Task A_journal_continues_a_work_and_sidecars_describe_its_images()
    {
        var client = Client;
        var work = new[] { "fox", "owl" }.Select(animal => new ImageWorkItem(
            animal, new GenerateImageRequest($"a {animal} in the snow") { Model = ImageModel.GptImage2 })).ToArray();

        await RunAsync();
        await RunAsync();

        var sidecar = await ImageSidecar.ReadAsync("animals/fox.png");
        Console.WriteLine($"{sidecar.Model}, {sidecar.Usage?.OutputTokens} tokens, {sidecar.Sha256}");

        Assert.Equal(2, Received.Count);
        Assert.Equal(4, Directory.GetFiles("animals").Length);

        async Task RunAsync()
        {
            using var journal = await ImageFileJournal.OpenAsync("animals.jsonl", job: "animals");
            var options = new ImageManyOptions
            {
                Journal = journal,
                Sidecars = true,
                Destination = item => ImageDestination.Directory("animals", _ => item.Id),
            };

            await foreach (var outcome in client.GenerateManyAsync(work, options))
            {
                if (outcome.Status == ImageWorkStatus.PossiblyBilled)
                {
                    Console.WriteLine($"{outcome.Item.Id}: look it up, or set RepeatPossiblyBilled");
                }
            }
        }
    }

    [Fact]
    public async Task An_estimate_comes_before_the_bill()
    {
        var client = Client;

        var request = new GenerateImageRequest("a poster for a jazz night")
        {
            Model = ImageModel.GptImage2,
            Count = 4,
            Size = ImageSize.Square,
            Quality = ImageQuality.Low,
        };
        var estimate = request.Estimate(ImagePriceList.Default);
        Console.WriteLine($"between {estimate.Low} and {estimate.High} dollars");

        var result = await client.GenerateAsync(request);
        var cost = result.Cost(ImagePriceList.Default, ImageModel.GptImage2);
        Console.WriteLine($"{cost.Total} dollars");

        Assert.InRange(cost.Total!.Value, estimate.Low!.Value, estimate.High!.Value);
    }

    [Fact]
    public async Task A_budget_refuses_calls_that_it_cannot_pay()
    {
        var client = Client;

        var budget = new ImageBudget(dollars: 0.05m);
        var careful = client.WithBudget(budget);

        try
        {
            var request = new GenerateImageRequest("a poster for a jazz night")
            {
                Model = ImageModel.GptImage2,
                Size = ImageSize.Square,
                Quality = ImageQuality.High,
            };
            await careful.GenerateAsync(request);
        }
        catch (ImageBudgetException tooDear)
        {
            Console.WriteLine($"{tooDear.Needed} dollars, and {tooDear.Left} are left");
        }

        Assert.Empty(Received);
        Assert.Equal(0, budget.Spent);
    }
}

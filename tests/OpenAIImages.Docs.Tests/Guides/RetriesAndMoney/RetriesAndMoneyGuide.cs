using Docs.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenAIImages;
using OpenAIImages.Emulator;
using Polly;

namespace Docs.Guides.RetriesAndMoney;

public sealed class RetriesAndMoneyGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task An_exception_says_whether_money_may_be_spent()
    {
        var client = Client;
        using var fault = Emulator.Fail(EmulatorFault.CutBody(afterBytes: 100), times: 1);

        try
        {
            await client.GenerateAsync("a red fox in the snow");
        }
        catch (ImageClientException failure)
        {
            if (failure.MayHaveBeenBilled)
            {
                Console.WriteLine($"{failure.PossiblyBilledAttempts} attempts may be on the bill.");
            }
            else if (failure.IsTransient)
            {
                var wait = failure.RetryAfter ?? TimeSpan.FromSeconds(30);
                Console.WriteLine($"Call again in {wait}. It buys nothing twice.");
            }

            foreach (var image in failure.Received)
            {
                await image.SaveAsync("rescued"); // It came before the fault, and is paid for.
            }
        }

        Assert.Single(Received);
    }

    [Fact]
    public async Task A_cancelled_call_also_says_whether_money_may_be_spent()
    {
        using var client = new OpenAIImageClient();
        using var stop = new CancellationTokenSource();
        using var fault = Emulator.Fail(EmulatorFault.Hang(), times: 1);

        try
        {
            var call = client.GenerateAsync("a red fox in the snow", stop.Token);
            while (Received.Count == 0)
            {
                await Task.Yield();
            }

            await stop.CancelAsync();
            await call;
            Assert.Fail("The call ended well.");
        }
        catch (ImageCallCanceledException stopped) when (stopped.MayHaveBeenBilled)
        {
            Console.WriteLine("Stopped. The image may be on the bill all the same.");
        }
    }

    [Fact]
    public async Task Retries_are_set_for_all_calls_and_for_one()
    {
        var options = new ImageClientOptions
        {
            MaxRetries = 4,
            MaxServerDelay = TimeSpan.FromMinutes(2),
            TotalTimeout = TimeSpan.FromMinutes(30),
        };
        using var client = new OpenAIImageClient(options);
        var request = new GenerateImageRequest("a red fox in the snow");
        using var fault = Emulator.Fail(EmulatorFault.Unavailable(TimeSpan.Zero), times: 4);

        var hurried = request with { Timeout = TimeSpan.FromMinutes(1) };
        await client.GenerateAsync(hurried);

        Assert.Equal(4, fault.Strikes);
    }

    [Fact]
    public async Task A_paid_attempt_is_recorded_before_it_is_sent()
    {
        var options = new ImageClientOptions
        {
            BeforeSending = async (sending, stop) => await File.AppendAllTextAsync(
                "sent.txt", $"{sending.ClientRequestId}, attempt {sending.Attempt}, {sending.Images} images\n", stop),
        };
        options.Telemetry.SendClientRequestId = true;
        using var client = new OpenAIImageClient(options);
        using var fault = Emulator.Fail(EmulatorFault.Unavailable(TimeSpan.Zero), times: 1);

        await client.GenerateAsync("a red fox in the snow");

        Assert.Equal(
            [", attempt 1, 1 images", ", attempt 2, 1 images"],
            File.ReadLines("sent.txt").Select(line => line[line.IndexOf(',', StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task A_request_has_an_estimated_price_and_a_budget_limits_it()
    {
        var client = Client;

        var request = new GenerateImageRequest("a poster for a jazz night")
        {
            Model = ImageModel.GptImage2,
            Quality = ImageQuality.Low,
            Size = ImageSize.Square,
        };
        var estimate = request.Estimate(ImagePriceList.Default);
        Console.WriteLine($"At most {estimate.High} dollars.");

        var result = await client.GenerateAsync(request);
        Console.WriteLine(result.Cost(ImagePriceList.Default, ImageModel.GptImage2));

        var budget = new ImageBudget(dollars: 20);
        var careful = client.WithBudget(budget);

        try
        {
            await careful.GenerateAsync(request);
        }
        catch (ImageBudgetException held)
        {
            Console.WriteLine($"Not sent: it may cost {held.Needed} dollars, and {held.Left} are left.");
        }

        Assert.True(estimate.High > 0);
        Assert.InRange(budget.Spent, 0.000001m, 20m);
    }

    [Fact]
    public void A_container_gives_a_client_its_budget()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["OpenAIImages:Budget:Dollars"] = "20";

        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        using var host = builder.Build();

        var left = host.Services.GetRequiredService<ImageBudget>().Left;

        Assert.Equal(20, left);
    }

    [Fact]
    public void A_shared_budget_comes_from_the_configuration()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["Budgets:Posters:Dollars"] = "20";

        builder.Services.AddImageBudget("posters", builder.Configuration.GetSection("Budgets:Posters"));

        using var host = builder.Build();
        Assert.Equal(20, host.Services.GetRequiredKeyedService<ImageBudget>("posters").Left);
    }

    [Fact]
    public async Task Clients_of_a_container_share_a_budget_by_its_name()
    {
        var builder = Host.CreateApplicationBuilder();

        builder.Services.AddImageBudget("posters", new ImageBudget(dollars: 20));
        builder.Services.AddImageClient("drafts", options => options.UseBudget("posters"));
        builder.Services.AddImageClient("prints", options => options.UseBudget("posters"));

        using var host = builder.Build();
        var prints = host.Services.GetRequiredKeyedService<IImageClient>("prints");
        await prints.GenerateAsync(new GenerateImageRequest("a poster for a jazz night") { Model = "gpt-image-2" });
        Assert.InRange(host.Services.GetRequiredKeyedService<ImageBudget>("drafts").Left, 18m, 19.999999m);
    }

    [Fact]
    public void A_deployment_has_the_price_of_its_model()
    {
        var prices = ImagePriceList.Default;
        prices = prices.With(prices.Find(ImageModel.GptImage2)! with { Model = "my-deployment" });

        Assert.NotNull(prices.Find("my-deployment"));
    }

    [Fact]
    public async Task Strategies_are_switched_on_by_methods()
    {
        var options = new ImageClientOptions();

        options.UseRateLimit(imagesPerMinute: 50);

        options.UseCircuitBreaker(breaker => breaker.BreakDuration = TimeSpan.FromMinutes(1));

        using var client = new OpenAIImageClient(options);
        await client.GenerateAsync("a red fox in the snow");

        Assert.Single(Received);
    }

    [Fact]
    public async Task A_custom_pipeline_replaces_the_retries()
    {
        var options = new ImageClientOptions();
        using var fault = Emulator.Fail(EmulatorFault.Unavailable(TimeSpan.Zero), times: 1);

        options.UsePipeline(new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddTimeout(TimeSpan.FromMinutes(30))
            .AddImageRetry()
            .Build());

        using var client = new OpenAIImageClient(options);
        await client.GenerateAsync("a red fox in the snow");

        Assert.Equal(2, Received.Count);
    }
}

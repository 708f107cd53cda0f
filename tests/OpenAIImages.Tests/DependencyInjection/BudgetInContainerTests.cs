using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.DependencyInjection;

/// <summary>Clients of a container keep to budgets that the configuration or the program gives them.</summary>
public sealed class BudgetInContainerTests
{
    private static readonly GenerateImageRequest Square = new("a cat")
    {
        Model = ImageModel.GptImage2,
        Quality = ImageQuality.High,
        Size = ImageSize.Square,
    };

    private static readonly decimal High = Square.Estimate(ImagePriceList.Default).High!.Value;

    private readonly ConfigurationManager _configuration = new();
    private readonly ScriptedService _service = new ScriptedService().Reply(200, PaidCall.Made);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Faults => new()
    {
        { "Client:Budget:Dollars", "0", "Budget.Dollars (configuration key 'Client:Budget:Dollars'): 0 is not more" },
        { "Client:Budget:Dollars", "-5", "(configuration key 'Client:Budget:Dollars'): -5 is not more than 0" },
        { "Client:Budget:Dollars", "much", "'Client:Budget:Dollars'): 'much' is not an amount of dollars such as 20" },
        { "Client:Budget:Dolars", "5", "'Client:Budget:Dolars'): there is no setting of this name. Is 'Dollars'" },
        { "Client:Budget:AssumeWhenUnknown", "0", "'Client:Budget:AssumeWhenUnknown'): 0 is not more than 0. Leave" },
        { "Client:Budget:AssumeWhenUnknown", "0.5", "'Client:Budget:Dollars'): The budget is switched on and has no" },
        { "Client:Budget:Prices", "nowhere.json", "'Client:Budget:Prices'): The price list nowhere.json cannot be" },
        { "Client:Budget:Name", "poster", "'Client:Budget:Name'): The container has no budget 'poster'. Add it by" },
        { "Client:Budget:Name", "poster", "Is 'posters' meant?" },
        { "Shared:Dollars", "0", "Image budget 'posters', Dollars (configuration key 'Shared:Dollars'): 0 is not" },
        { "Shared:Dollars", "", "Image budget 'posters', Dollars (configuration key 'Shared:Dollars'): The budget" },
        { "Shared:Name", "x", "Image budget 'posters', Name (configuration key 'Shared:Name'): there is no setting" },
        { "Shared:AssumeWhenUnknown", "-1", "(configuration key 'Shared:AssumeWhenUnknown'): -1 is not more than 0" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_mistake_is_a_fault_at_the_start_with_its_key(string key, string value, string fault)
    {
        _configuration["Shared:Dollars"] = "5";
        _configuration[key] = value;
        using var provider = Build(services => services.AddImageBudget("posters", _configuration.GetSection("Shared")));

        var thrown = Assert.ThrowsAny<Exception>(
            () => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(fault, thrown.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _service.Attempts);
    }

    [Fact]
    public async Task A_section_of_the_client_gives_it_a_budget_of_its_own()
    {
        _configuration["Client:Budget:Dollars"] = "0.3";
        await using var provider = Build(_ => { });
        var client = provider.GetRequiredService<IImageClient>();

        await client.GenerateAsync(Square, Token);
        await Assert.ThrowsAsync<ImageBudgetException>(() => client.GenerateAsync(Square, Token));

        var budget = provider.GetRequiredService<ImageBudget>();
        Assert.Equal((0.3m, High, 1), (budget.Dollars, budget.Spent, _service.Attempts));
    }

    [Fact]
    public async Task Clients_that_name_one_budget_share_it()
    {
        _configuration["Client:Budget:Name"] = "posters";
        var budget = new ImageBudget(0.3m);
        await using var provider = Build(services =>
        {
            services.AddImageBudget("posters", budget);
            Add(services.AddImageClient("drafts", options => Set(options).UseBudget("posters")));
        });

        await provider.GetRequiredService<IImageClient>().GenerateAsync(Square, Token);
        var other = provider.GetRequiredKeyedService<IImageClient>("drafts");
        await Assert.ThrowsAsync<ImageBudgetException>(() => other.GenerateAsync(Square, Token));

        Assert.Equal((High, 1), (budget.Spent, _service.Attempts));
        Assert.Same(budget, provider.GetRequiredKeyedService<ImageBudget>("posters"));
        Assert.Same(budget, provider.GetRequiredKeyedService<ImageBudget>("drafts"));
        Assert.Same(budget, provider.GetRequiredService<ImageBudget>());
    }

    [Fact]
    public async Task A_shared_budget_takes_all_its_values_from_the_configuration()
    {
        _configuration["Shared:Dollars"] = "20.5";
        _configuration["Shared:AssumeWhenUnknown"] = "0.25";
        _configuration["Shared:Prices"] = "default";
        _configuration["Client:Budget:Name"] = "posters";
        await using var provider = Build(
            services => services.AddImageBudget("posters", _configuration.GetSection("Shared")));
        var unknown = Square with { Model = ImageModel.GptImage26Flare, Quality = ImageQuality.Low };

        await provider.GetRequiredService<IImageClient>().GenerateAsync(unknown, Token);

        var budget = provider.GetRequiredKeyedService<ImageBudget>("posters");
        Assert.Equal((20.5m, 0.25m), (budget.Dollars, budget.Spent));
        Assert.Same(ImagePriceList.Default, budget.Prices);
    }

    [Fact]
    public async Task A_reload_of_the_configuration_makes_no_second_budget()
    {
        _configuration["Client:Budget:Dollars"] = "0.3";
        await using var provider = Build(_ => { });
        var client = provider.GetRequiredService<IImageClient>();

        await client.GenerateAsync(Square, Token);
        _configuration["Client:Budget:Dollars"] = "100";
        ((IConfigurationRoot)_configuration).Reload();

        await Assert.ThrowsAsync<ImageBudgetException>(() => client.GenerateAsync(Square, Token));
        await Assert.ThrowsAsync<ImageBudgetException>(
            () => provider.GetRequiredService<IImageClient>().GenerateAsync(Square, Token));
    }

    [Fact]
    public void A_client_without_a_budget_is_not_wrapped()
    {
        using var provider = Build(_ => { });

        Assert.IsType<OpenAIImageClient>(provider.GetRequiredService<IImageClient>());
        var thrown = Assert.Throws<ImageConfigurationException>(() => provider.GetRequiredService<ImageBudget>());
        Assert.Contains("The image client has no budget. Set Budget.Dollars or", thrown.Message, default);
    }

    [Fact]
    public void A_budget_of_one_name_is_added_once()
    {
        var services = new ServiceCollection().AddImageBudget("posters", new ImageBudget(1));

        Assert.Throws<ArgumentException>(() => services.AddImageBudget("posters", new ImageBudget(1)));
        Assert.Throws<ArgumentException>(() => services.AddImageBudget(" ", new ImageBudget(1)));
    }

    [Fact]
    public void A_figure_without_its_method_is_a_fault()
    {
        var options = Set(new());
        options.Budget.Dollars = 5;

        var thrown = Assert.Throws<ImageConfigurationException>(() => new OpenAIImageClient(options));

        Assert.Equal(
            "Budget: A figure is set, but the budget is not switched on. Call UseBudget.",
            Assert.Single(thrown.Faults));
    }

    [Fact]
    public void A_client_without_a_container_refuses_a_budget_in_its_options()
    {
        var thrown = Assert.Throws<ImageConfigurationException>(
            () => new OpenAIImageClient(Set(new()).UseBudget(dollars: 5)));

        Assert.Contains("client.WithBudget(budget)", Assert.Single(thrown.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_budget_and_figures_of_the_clients_own_exclude_each_other()
    {
        using var provider = Build(services =>
        {
            services.AddImageBudget("posters", new ImageBudget(1));
            services.AddImageClient(options => options.UseBudget("posters").UseBudget(dollars: 5));
        });

        var thrown = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("The budget 'posters' has figures of its own.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_budget_beside_a_shared_one_of_the_same_name_is_a_fault()
    {
        using var provider = Build(services =>
        {
            services.AddImageBudget("posters", new ImageBudget(1));
            services.AddImageClient("posters", options => Set(options).UseBudget(dollars: 5));
        });

        var thrown = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("The container has a budget 'posters' already.", thrown.ToString(), StringComparison.Ordinal);
    }

    private static ImageClientOptions Set(ImageClientOptions options)
    {
        options.ApiKey = FakeService.Key;
        options.Endpoint = new Uri("https://fake.test/v1");

        return options;
    }

    private void Add(IHttpClientBuilder http) => http.ConfigurePrimaryHttpMessageHandler(() => _service);

    private ServiceProvider Build(Action<IServiceCollection> configure)
    {
        _configuration["Client:ApiKey"] = FakeService.Key;
        _configuration["Client:Endpoint"] = "https://fake.test/v1";
        var services = new ServiceCollection();
        Add(services.AddImageClient(_configuration.GetSection("Client")));
        configure(services);

        return services.BuildServiceProvider(validateScopes: true);
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>Probes show whether the service answers and whether it shuts down a model in use.</summary>
public sealed class HealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);
    private readonly ModelClient _models = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_lists_its_models_is_healthy()
    {
        await using var services = Build();

        var entry = await CheckAsync(services);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal(["ready"], entry.Tags);
        Assert.Equal("The image service has 2 models.", entry.Description);
        Assert.Equal("listed", entry.Data["gpt-image-2"]);
    }

    [Theory]
    [InlineData("2026-12-02", 30, HealthStatus.Healthy)]
    [InlineData("2026-12-01", 30, HealthStatus.Degraded)]
    [InlineData("2026-12-01", 29, HealthStatus.Healthy)]
    [InlineData("2026-10-01", 0, HealthStatus.Degraded)]
    public async Task A_model_in_use_that_is_shut_down_soon_degrades(string day, int notice, HealthStatus expected)
    {
        _models.List = [new(ImageModel.GptImage2) { ShutdownDate = DateTimeOffset.Parse($"{day}T00:00:00Z", null) }];
        await using var services = Build(options => options.ShutdownNotice = TimeSpan.FromDays(notice));

        var entry = await CheckAsync(services);

        Assert.Equal(expected, entry.Status);
        Assert.Equal($"listed; shut down on {day}", entry.Data["gpt-image-2"]);
    }

    [Fact]
    public async Task The_catalogue_gives_the_shutdown_date_if_the_service_gives_none()
    {
        await using var services = Build(options => options.Models = ["gpt-image-1.5", "my-deployment"]);

        var entry = await CheckAsync(services);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal(
            "gpt-image-1.5 is shut down on 2026-12-01; use gpt-image-2.6-sunburst.", entry.Description);
        Assert.Equal("not listed", entry.Data["my-deployment"]);
    }

    [Fact]
    public async Task A_service_that_refuses_is_unhealthy_and_its_text_is_not_repeated()
    {
        _models.Fault = new ImageAuthenticationException(HttpStatusCode.Unauthorized, "sk-secret is wrong")
        {
            Code = "invalid_api_key",
        };
        await using var services = Build();

        var entry = await CheckAsync(services);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("does not accept the application's key", entry.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", entry.Description, StringComparison.Ordinal);
        Assert.Equal("invalid_api_key", entry.Data["code"]);
    }

    [Fact]
    public async Task A_service_that_times_out_has_the_status_that_the_options_name()
    {
        _models.Gate = new TaskCompletionSource();
        await using var services = Build(options => options.FailureStatus = HealthStatus.Degraded);

        var check = CheckAsync(services);
        await _models.Asked.Task.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(10));
        var entry = await check;

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("did not answer within 00:00:10", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outcome_of_a_check_is_kept_for_a_minute()
    {
        await using var services = Build();

        await CheckAsync(services);
        _time.Advance(TimeSpan.FromSeconds(59));
        await CheckAsync(services);
        var before = _models.Calls;
        _time.Advance(TimeSpan.FromSeconds(1));
        await CheckAsync(services);

        Assert.Equal(1, before);
        Assert.Equal(2, _models.Calls);
    }

    [Fact]
    public async Task Many_probes_at_once_share_one_check()
    {
        _models.Gate = new TaskCompletionSource();
        await using var services = Build();

        var checks = Enumerable.Range(0, 20).Select(_ => CheckAsync(services)).ToArray();
        await _models.Asked.Task.WaitAsync(Token);
        _models.Gate.SetResult();
        var entries = await Task.WhenAll(checks);

        Assert.All(entries, entry => Assert.Equal(HealthStatus.Healthy, entry.Status));
        Assert.Equal(1, _models.Calls);
    }

    [Fact]
    public async Task A_cancelled_probe_does_not_end_the_check_of_the_others()
    {
        _models.Gate = new TaskCompletionSource();
        await using var services = Build();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var leaver = CheckAsync(services, leaving.Token);
        await _models.Asked.Task.WaitAsync(Token);
        var stayer = CheckAsync(services);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        _models.Gate.SetResult();

        Assert.Equal(HealthStatus.Healthy, (await stayer).Status);
        Assert.Equal(1, _models.Calls);
    }

    [Fact]
    public async Task Each_named_client_has_a_check_of_its_own()
    {
        var other = new ModelClient { Fault = new ImageTransportException("It is away.") };
        await using var services = Build(register: collection =>
        {
            collection.AddKeyedSingleton<IImageModelClient>("other", other);
            collection.AddImageClient("other", options =>
            {
                options.ApiKey = "offline";
                options.TimeProvider = _time;
            });
            collection.AddHealthChecks().AddImageClient("other", options => options.Tags = ["ready", "slow"]);
        });

        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        Assert.Equal(HealthStatus.Healthy, report.Entries["images"].Status);
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["images-other"].Status);
        Assert.Equal(["ready", "slow"], report.Entries["images-other"].Tags.Order());
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        var options = new ImageHealthCheckOptions();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.KeepFor = TimeSpan.FromSeconds(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.Timeout = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.ShutdownNotice = TimeSpan.FromDays(4_000));
        Assert.Throws<ArgumentException>(() => options.Name = " ");
        Assert.Throws<ArgumentNullException>(() => options.Tags = null!);
    }

    private static async Task<HealthReportEntry> CheckAsync(
        IServiceProvider services, CancellationToken? cancellationToken = null)
        => (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(cancellationToken ?? Token))
            .Entries["images"];

    private ServiceProvider Build(
        Action<ImageHealthCheckOptions>? configure = null, Action<IServiceCollection>? register = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IImageModelClient>(_models);
        services.AddImageClient(options =>
        {
            options.ApiKey = "offline";
            options.TimeProvider = _time;
        });
        services.AddHealthChecks().AddImageClient(options => configure?.Invoke(options));
        register?.Invoke(services);

        return services.BuildServiceProvider();
    }

    private sealed class ModelClient : IImageModelClient
    {
        private int _calls;

        public IReadOnlyList<ImageServiceModel> List { get; set; } = [new(ImageModel.GptImage2), new("gpt-5.4")];

        public Exception? Fault { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Calls => _calls;

        public async Task<IReadOnlyList<ImageServiceModel>> ListAsync(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _calls);
            Asked.TrySetResult();
            if (Gate is not null)
            {
                await Gate.Task.WaitAsync(cancellationToken);
            }

            return Fault is null ? List : throw Fault;
        }

        public Task<ImageServiceModel> GetAsync(ImageModel model, CancellationToken cancellationToken = default)
            => throw new NotSupportedException();
    }
}

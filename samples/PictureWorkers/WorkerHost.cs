using System.Threading.RateLimiting;
using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenAIImages;
using OpenAIImages.Emulator;
using RedisRateLimiting;
using StackExchange.Redis;

namespace PictureWorkers;

/// <summary>The host of a worker, and of the commands that only use the queue.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    // A process that dies during a change of state leaves the lock of its job behind. Other processes wait for this
    // time.
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    // The host needs this time after the calls, in which Hangfire records their outcomes.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(15);

    private readonly ImageEmulator? _emulator;

    private WorkerHost(IHost host, ImageEmulator? emulator)
    {
        Host = host;
        _emulator = emulator;
    }

    public IHost Host { get; }

    /// <summary>Builds the host.</summary>
    /// <param name="arguments">Settings, such as <c>--Workers:ImagesPerMinute 300</c>.</param>
    /// <param name="works">Whether the host runs jobs.</param>
    public static async Task<WorkerHost> BuildAsync(string[] arguments, bool works)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = arguments,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Services.Configure<WorkerOptions>(builder.Configuration.GetSection("Workers"));
        builder.Services.AddSingleton<JobReport>();
        AddJobs(builder);
        ImageEmulator? emulator = null;
        if (works)
        {
            emulator = await AddClientAsync(builder);
            AddServer(builder.Services);
        }

        return new WorkerHost(builder.Build(), emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    private static void AddJobs(HostApplicationBuilder builder)
        => builder.Services.AddHangfire((services, configuration) => configuration
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseFilter(new NeverTwice())
            .UsePostgreSqlStorage(
                postgres => postgres.UseNpgsqlConnection(builder.Configuration.GetConnectionString("Jobs")),
                new PostgreSqlStorageOptions
                {
                    UseSlidingInvisibilityTimeout = true,
                    InvisibilityTimeout = OptionsOf(services).InvisibilityTimeout,
                    DistributedLockTimeout = LockTimeout,
                    QueuePollInterval = TimeSpan.FromSeconds(1),
                }));

    private static void AddServer(IServiceCollection services)
    {
        services.AddHangfireServer((provider, server) =>
        {
            server.WorkerCount = OptionsOf(provider).WorkerCount;
            server.ShutdownTimeout = ShutdownTimeoutOf(provider);
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });

        // The host's own limit, 30 seconds by default, would cut the engine's limit short.
        services.AddOptions<HostOptions>().Configure<IServiceProvider>(
            (host, provider) => host.ShutdownTimeout = ShutdownTimeoutOf(provider) + Farewell);
    }

    private static async Task<ImageEmulator?> AddClientAsync(HostApplicationBuilder builder)
    {
        ImageEmulator? emulator = null;
        if (Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 })
        {
            emulator = await ImageEmulator.StartAsync();
            builder.Configuration["OpenAIImages:ApiKey"] = "offline";
            builder.Configuration["OpenAIImages:Endpoint"] = emulator.Endpoint.ToString();
        }

        var redis = builder.Configuration.GetConnectionString("Quota") ?? "";
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(redis));
        builder.Services.AddSingleton(CreateQuota);
        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        builder.Services.AddOptions<ImageClientOptions>().Configure<RateLimiter>((options, quota) =>
        {
            options.UseRateLimit(quota);
            options.BeforeSending = SentMark.SetAsync;
            options.Telemetry.SendClientRequestId = true;
        });

        return emulator;
    }

    // In any minute, all workers together request at most ImagesPerMinute + Burst images.
    private static RateLimiter CreateQuota(IServiceProvider provider)
    {
        var workers = OptionsOf(provider);
        var bucket = new RedisTokenBucketRateLimiter<string>("images", new RedisTokenBucketRateLimiterOptions
        {
            ConnectionMultiplexerFactory = provider.GetRequiredService<IConnectionMultiplexer>,
            TokenLimit = workers.Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = workers.TokenPeriod,
        });

        return new WaitingRateLimiter(bucket, new WaitingRateLimiterOptions
        {
            Period = workers.TokenPeriod,
            OneByOne = true,
        });
    }

    private static TimeSpan ShutdownTimeoutOf(IServiceProvider provider)
        => OptionsOf(provider).ShutdownTimeout
            ?? provider.GetRequiredService<IOptionsMonitor<ImageClientOptions>>().CurrentValue.AttemptTimeout;

    private static WorkerOptions OptionsOf(IServiceProvider provider)
        => provider.GetRequiredService<IOptions<WorkerOptions>>().Value;
}

using Microsoft.Extensions.Configuration;
using OpenAIImages.Settings;

namespace OpenAIImages.Tests.Settings;

public sealed class ConfigurationTests
{
    private const string Key = "sk-test-0123456789";

    [Fact]
    public void A_price_list_that_cannot_be_read_is_a_fault_that_names_its_key()
    {
        var options = new ImageClientOptions();

        Configure(options, new() { ["ApiKey"] = Key, ["Telemetry:Prices"] = "nowhere/prices.json" });

        var thrown = Assert.Throws<ImageConfigurationException>(() => new OpenAIImageClient(options));
        Assert.Contains("Telemetry:Prices", Assert.Single(thrown.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_can_be_configured()
    {
        var options = new ImageClientOptions();

        Configure(options, new()
        {
            ["ApiKey"] = Key,
            ["Endpoint"] = "https://configured.test/v1",
            ["OrganizationId"] = "org-1",
            ["ProjectId"] = "proj_1",
            ["KeyHeader"] = "x-api-key",
            ["Model"] = "gpt-image-2.6-flare",
            ["Azure:Deployment"] = "images",
            ["Azure:ApiVersion"] = "preview",
            ["ModelChecks"] = "throw",
            ["Links:AllowPrivateAddresses"] = "true",
            ["Links:MaxBytes"] = "1000",
            ["AllowUnknownKeys"] = "true",
            ["MaxReplyBytes"] = "2000",
            ["AllowAnonymous"] = "true",
            ["AllowPlainHttp"] = "True",
            ["Telemetry:EnableSensitiveData"] = "true",
            ["Telemetry:SendClientRequestId"] = "true",
            ["Telemetry:Prices"] = "default",
            ["KeepHostResilience"] = "true",
            ["RetryUnknownOutcome"] = "TRUE",
            ["MaxRetries"] = "7",
            ["RateLimit:ImagesPerMinute"] = "8",
            ["RateLimit:MaxQueuedImages"] = "9",
            ["RateLimit:TurnTimeout"] = "00:00:07",
            ["CircuitBreaker:FailureRatio"] = "0.25",
            ["CircuitBreaker:MinimumThroughput"] = "3",
            ["CircuitBreaker:SamplingDuration"] = "00:00:05",
            ["CircuitBreaker:BreakDuration"] = "00:00:06",
            ["Budget:Name"] = "posters",
            ["Budget:Dollars"] = "20.5",
            ["Budget:AssumeWhenUnknown"] = "0.5",
            ["Budget:Prices"] = "default",
            ["AttemptTimeout"] = "00:00:01",
            ["TotalTimeout"] = "00:00:02",
            ["StallTimeout"] = "00:00:03",
            ["MaxServerDelay"] = "00:00:04",
            ["Headers:X-Team"] = "drawing",
        });

        AssertEverySettingDiffers(new ImageClientOptions(), options);
        Assert.Equal("drawing", options.Headers["x-team"]);
        Assert.Equal((20.5m, 0.5m), (options.Budget.Dollars, options.Budget.AssumeWhenUnknown));
        Assert.NotNull(options.BudgetStep);
        Assert.NotNull(options.AddLimiter);
        Assert.Equal(TimeSpan.FromSeconds(7), options.RateLimit.TurnTimeout);
        Assert.NotNull(options.AddCircuitBreaker);
        var breaker = options.CircuitBreaker;
        Assert.Equal((0.25, 3), (breaker.FailureRatio, breaker.MinimumThroughput));
        Assert.Equal((5, 6), (breaker.SamplingDuration.TotalSeconds, breaker.BreakDuration.TotalSeconds));
        Assert.Equal([1, 2, 3, 4], new[]
        {
            options.AttemptTimeout, options.TotalTimeout, options.StallTimeout, options.MaxServerDelay,
        }.Select(time => time.TotalSeconds));
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_a_configuration_fault()
    {
        var options = new ImageClientOptions { ApiKey = Key };

        Configure(options, new()
        {
            ["MaxRetries"] = "two",
            ["AttemptTimeout"] = "10 minutes",
            ["AllowPlainHttp"] = "yes",
            ["CircuitBreaker:FailureRatio"] = "half",
            ["RateLimit:ImagesPerMinute"] = "many",
            ["Endpoint"] = "http://",
        });

        Assert.Equal(
            [
                "AllowPlainHttp (configuration key 'AllowPlainHttp'): 'yes' is not true or false.",
                "MaxRetries (configuration key 'MaxRetries'): 'two' is not a whole number.",
                "AttemptTimeout (configuration key 'AttemptTimeout'): '10 minutes' is not a time such as 00:10:00.",
                "RateLimit.ImagesPerMinute (configuration key 'RateLimit:ImagesPerMinute'): 'many' is not a whole " +
                    "number.",
                "CircuitBreaker.FailureRatio (configuration key 'CircuitBreaker:FailureRatio'): 'half' is not a " +
                    "number such as 0.5.",
                "Endpoint (configuration key 'Endpoint'): 'http%3A%2F%2F' has no scheme. Write " +
                    "'https://http%3A%2F%2F'.",
                "RateLimit.ImagesPerMinute (configuration key 'RateLimit:ImagesPerMinute'): The limit is switched on " +
                    "and has no figure. Set it here, or give it to UseRateLimit.",
            ],
            new OptionsValidator().Validate(null, options).Failures);
    }

    [Fact]
    public void A_fault_names_its_client_and_its_configuration_key()
    {
        var options = new ImageClientOptions { ApiKey = Key };
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Images:Covers:Links:MaxBytes"] = "a lot",
                ["Images:Covers:MaxRetrys"] = "3",
                ["Images:Covers:Links:AllowPrivateAdresses"] = "true",
                ["Images:Covers:Colour"] = "red",
                ["Images:Covers:Another:Section"] = "is not ours",
            })
            .Build();

        OptionsBinder.Bind(configuration.GetSection("Images:Covers"), options);

        const string PassOver = "Set AllowUnknownKeys to pass such names over.";
        Assert.Equal(
            [
                "Image client 'covers', Links.MaxBytes (configuration key 'Images:Covers:Links:MaxBytes'): 'a lot' " +
                    "is not a whole number.",
                "Image client 'covers', Links.AllowPrivateAdresses (configuration key " +
                    "'Images:Covers:Links:AllowPrivateAdresses'): there is no setting of this name. Is " +
                    $"'AllowPrivateAddresses' meant? {PassOver}",
                "Image client 'covers', Colour (configuration key 'Images:Covers:Colour'): there is no setting of " +
                    $"this name. {PassOver}",
                "Image client 'covers', MaxRetrys (configuration key 'Images:Covers:MaxRetrys'): there is no setting " +
                    $"of this name. Is 'MaxRetries' meant? {PassOver}",
            ],
            new OptionsValidator().Validate("covers", options).Failures);
    }

    [Fact]
    public void AllowUnknownKeys_ignores_unknown_names()
    {
        var options = new ImageClientOptions { ApiKey = Key };

        Configure(options, new() { ["Colour"] = "red", ["AllowUnknownKeys"] = "true" });

        Assert.True(new OptionsValidator().Validate("", options).Succeeded);
    }

    private static void Configure(ImageClientOptions options, Dictionary<string, string?> settings)
        => OptionsBinder.Bind(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), options);

    // Configuration cannot hold settings that are code.
    private static void AssertEverySettingDiffers(object unset, object set)
    {
        string[] notFromText =
        [
            nameof(ImageClientOptions.TokenProvider),
            nameof(ImageClientOptions.BeforeSending),
            nameof(ImageClientOptions.TimeProvider),
            nameof(ImageClientOptions.LoggerFactory),
        ];
        foreach (var setting in unset.GetType().GetProperties().Where(setting => !notFromText.Contains(setting.Name)))
        {
            if (setting.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal))
            {
                AssertEverySettingDiffers(setting.GetValue(unset)!, setting.GetValue(set)!);
            }
            else
            {
                Assert.NotEqual((setting.Name, setting.GetValue(unset)), (setting.Name, setting.GetValue(set)));
            }
        }
    }
}

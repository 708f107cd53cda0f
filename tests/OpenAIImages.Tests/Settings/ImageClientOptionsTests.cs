using System.Threading.RateLimiting;
using OpenAIImages.Settings;

namespace OpenAIImages.Tests.Settings;

public sealed class ImageClientOptionsTests
{
    private const string Key = "sk-test-0123456789";

    [Fact]
    public void Options_that_are_not_set_come_from_the_environment()
    {
        var prepared = Prepare(new ImageClientOptions());

        Assert.Equal("sk-environment", prepared.ApiKey);
        Assert.Equal(new Uri("https://environment.test/v1"), prepared.Endpoint);
        Assert.Equal(("org-environment", "proj_environment"), (prepared.OrganizationId, prepared.ProjectId));
    }

    [Fact]
    public void Options_that_are_set_count_more_than_the_environment()
    {
        var prepared = Prepare(new ImageClientOptions
        {
            ApiKey = Key,
            Endpoint = new Uri("https://api.openai.com/v1/"),
            OrganizationId = "org-1",
            ProjectId = "proj_1",
        });

        Assert.Equal((Key, "api.openai.com", "org-1", "proj_1"),
            (prepared.ApiKey, prepared.Endpoint.Host, prepared.OrganizationId, prepared.ProjectId));
    }

    [Fact]
    public void Empty_environment_variables_count_as_not_set()
        => Assert.Equal(
            "https://api.openai.com/v1/",
            new ImageClientOptions { ApiKey = Key }.Prepare(new EnvironmentDefaults(_ => "")).Endpoint.AbsoluteUri);

    [Fact]
    public void Blank_environment_variables_count_as_not_set()
        => Assert.Contains(
            "No API key is set.",
            Assert.Throws<ImageConfigurationException>(
                () => new ImageClientOptions().Prepare(new EnvironmentDefaults(_ => " \n"))).Message);

    [Theory]
    [InlineData("https://api.openai.com/v1")]
    [InlineData("https://API.OpenAI.com")]
    [InlineData("https://eu.api.openai.com/v1")]
    [InlineData("https://environment.test/other/path")]
    [InlineData("https://ENVIRONMENT.test:443/v1")]
    public void The_key_of_the_environment_goes_to_OpenAI_and_to_OPENAI_BASE_URL(string endpoint)
    {
        var prepared = Prepare(new ImageClientOptions { Endpoint = new Uri(endpoint) });

        Assert.Equal("sk-environment", prepared.ApiKey);
        Assert.Equal(("org-environment", "proj_environment"), (prepared.OrganizationId, prepared.ProjectId));
    }

    [Theory]
    [InlineData("https://other.test/v1", "other.test")]
    [InlineData("https://environment.test:8443/v1", "environment.test:8443")]
    [InlineData("http://environment.test/v1", "environment.test")]
    [InlineData("https://sub.environment.test/v1", "sub.environment.test")]
    [InlineData("https://api.openai.com.other.test/v1", "api.openai.com.other.test")]
    [InlineData("https://notapi.openai.com/v1", "notapi.openai.com")]
    [InlineData("http://localhost:8080/v1", "localhost:8080")]
    [InlineData("https://my-resource.openai.azure.com/openai/v1/", "my-resource.openai.azure.com")]
    public void The_key_of_the_environment_goes_to_no_other_address(string endpoint, string host)
    {
        var refused = Assert.Throws<ImageConfigurationException>(
            () => Prepare(new ImageClientOptions { Endpoint = new Uri(endpoint) }));

        Assert.StartsWith(
            $"ApiKey: OPENAI_API_KEY is set, but it is not sent to '{host}'", Assert.Single(refused.Faults));
        Assert.DoesNotContain("sk-environment", refused.ToString());
    }

    [Fact]
    public void Organization_and_project_of_the_environment_go_only_with_its_key()
    {
        var prepared = Prepare(new ImageClientOptions { ApiKey = Key, Endpoint = new Uri("https://other.test/v1") });

        Assert.Equal((Key, null, null), (prepared.ApiKey, prepared.OrganizationId, prepared.ProjectId));
    }

    [Fact]
    public void AllowAnonymous_and_TokenProvider_exclude_the_key_of_the_environment()
    {
        Assert.Null(Prepare(new ImageClientOptions { AllowAnonymous = true }).ApiKey);
        Assert.Null(Prepare(new ImageClientOptions { TokenProvider = _ => new("token") }).ApiKey);
    }

    [Fact]
    public void Later_changes_of_options_do_not_reach_an_existing_client()
    {
        var options = new ImageClientOptions { ApiKey = Key, Headers = { ["a"] = "1" } };
        var prepared = Prepare(options);

        options.ApiKey = "sk-changed";
        options.Headers["a"] = "2";

        Assert.Equal((Key, "1"), (prepared.ApiKey, prepared.Headers["A"]));
    }

    [Fact]
    public void Every_fault_of_the_options_is_listed_at_once()
    {
        var options = new ImageClientOptions
        {
            ApiKey = "sk-hunter2\n",
            TokenProvider = _ => new("token"),
            Endpoint = new Uri("api.openai.com/v1", UriKind.Relative),
            OrganizationId = "my org",
            Headers = { ["X-A"] = "line\nbreak", ["Content-Type"] = "a/b", ["Authorization"] = "x", ["b d"] = "e" },
            MaxRetries = -1,
            AttemptTimeout = TimeSpan.FromHours(25),
            TotalTimeout = TimeSpan.FromHours(1),
            StallTimeout = TimeSpan.Zero,
            MaxServerDelay = TimeSpan.FromSeconds(-1),
            MaxReplyBytes = 2_147_483_592,
            RateLimit = { ImagesPerMinute = 0, MaxQueuedImages = -2, TurnTimeout = TimeSpan.Zero },
            CircuitBreaker =
            {
                FailureRatio = 1.5,
                MinimumThroughput = 1,
                SamplingDuration = TimeSpan.Zero,
                BreakDuration = TimeSpan.FromDays(2),
            },
            Links = { MaxBytes = 0 },
            TimeProvider = null!,
        };
        options.UseRateLimit(new ConcurrencyLimiter(new() { PermitLimit = 1 }));

        var refused = Assert.Throws<ImageConfigurationException>(() => Prepare(options));

        Assert.Equal(
            [
                "TokenProvider: Set either this or ApiKey: which of the two to send is not clear.",
                "OrganizationId: The identifier has white space inside it; copy it again.",
                "Endpoint: 'api.openai.com/v1' has no scheme. Write 'https://api.openai.com/v1'.",
                "Headers: The value of 'X-A' has a control character or a line break in it; copy it again.",
                "Headers: 'Content-Type' is no header of a request, or belongs to its content.",
                "Headers: 'Authorization' is set by ApiKey and TokenProvider; unset them first.",
                "Headers: 'b d' is no header of a request, or belongs to its content.",
                "MaxRetries: -1 is negative. Write 0 for no retries.",
                "AttemptTimeout: 1.01:00:00 is not more than zero and at most 1.00:00:00.",
                "StallTimeout: 00:00:00 is not more than zero and at most 1.00:00:00.",
                "TotalTimeout: 01:00:00 is shorter than one attempt, 1.01:00:00. Raise it, or lower " +
                    "AttemptTimeout.",
                "MaxServerDelay: -00:00:01 is not at least zero and at most 1.00:00:00. Write 0 for no waiting.",
                "TimeProvider: There is no clock. Set TimeProvider.System.",
                "Links.MaxBytes: 0 is not more than zero: no image could be fetched.",
                "MaxReplyBytes: 2147483592 is not more than zero and at most 2147483591.",
                "RateLimit.ImagesPerMinute: 0 is less than 1: no image could be asked for. Leave it unset for no " +
                    "limit.",
                "RateLimit.MaxQueuedImages: -2 is negative. Write 0 to let no call wait.",
                "RateLimit.TurnTimeout: 00:00:00 is not more than zero and at most 1.00:00:00.",
                "RateLimit.ImagesPerMinute: Set either this or a limiter of your own by UseRateLimit: which of the " +
                    "two to ask is not clear.",
                "CircuitBreaker: A figure is set, but the circuit breaker is not switched on. Call UseCircuitBreaker.",
                "CircuitBreaker.FailureRatio: 1.5 is not more than 0 and at most 1.",
                "CircuitBreaker.MinimumThroughput: 1 is less than 2.",
                "CircuitBreaker.SamplingDuration: 00:00:00 is not at least 00:00:00.5000000 and at most 1.00:00:00.",
                "CircuitBreaker.BreakDuration: 2.00:00:00 is not at least 00:00:00.5000000 and at most 1.00:00:00.",
            ],
            refused.Faults);
        Assert.DoesNotContain("hunter2", refused.ToString());
    }

    [Theory]
    [InlineData(null, "No API key is set. ")]
    [InlineData("", "The API key is empty or only white space.")]
    [InlineData(" \n", "The API key is empty or only white space.")]
    [InlineData("hunter2 ", "The API key has white space or a line break around it, as pasted; trim it.")]
    [InlineData("hun ter2", "The API key has white space inside it; copy it again.")]
    [InlineData("hun\u0007ter2", "The API key has a control character or a line break in it; copy it again.")]
    [InlineData("hun\u2013ter2", "The API key has a character in it that is not ASCII; copy it again.")]
    [InlineData("hun\u200bter2", "The API key has a character in it that is not ASCII; copy it again.")]
    public void A_malformed_key_is_refused_and_not_shown(string? key, string fault)
    {
        var result = new OptionsValidator().Validate(null, new ImageClientOptions { ApiKey = key });

        Assert.StartsWith($"ApiKey: {fault}", Assert.Single(result.Failures!));
        Assert.DoesNotContain("ter2", result.FailureMessage);
    }

    [Theory]
    [InlineData("https://api.openai.com", null)]
    [InlineData("https://r.test/a/b?c=d", null)]
    [InlineData("http://localhost:8080/v1", null)]
    [InlineData("http://127.0.0.1:8080", null)]
    [InlineData("http://[::1]:8080", null)]
    [InlineData("http://r.test/v1", "The key would travel unencrypted to 'r.test'.")]
    [InlineData("localhost:8080/v1", "The scheme 'localhost' is neither https nor http.")]
    [InlineData("ftp://r.test/", "The scheme 'ftp' is neither https nor http.")]
    [InlineData("/v1", "'/v1' has no scheme.")]
    [InlineData("https://me:hunter2@r.test/", "The address holds a user name or a password.")]
    [InlineData("https://r.test/#part", "The address holds a fragment, '#part'")]
    public void An_endpoint_that_cannot_be_used_is_refused(string address, string? fault)
    {
        var options = new ImageClientOptions { ApiKey = Key, Endpoint = new Uri(address, UriKind.RelativeOrAbsolute) };
        var result = new OptionsValidator().Validate(null, options);

        Assert.Equal(fault is null, result.Succeeded);
        Assert.StartsWith($"Endpoint: {fault}", result.FailureMessage ?? $"Endpoint: {fault}");
        Assert.DoesNotContain("hunter2", result.FailureMessage ?? "");
    }

    [Fact]
    public void Plain_http_is_allowed_with_AllowPlainHttp_or_without_a_key()
    {
        var address = new Uri("http://r.test/v1");
        var validator = new OptionsValidator();

        Assert.True(validator.Validate(
            null, new ImageClientOptions { ApiKey = Key, Endpoint = address, AllowPlainHttp = true }).Succeeded);
        Assert.True(validator.Validate(
            null, new ImageClientOptions { AllowAnonymous = true, Endpoint = address }).Succeeded);
    }

    [Fact]
    public void ToString_of_options_never_shows_the_key()
    {
        var address = new Uri("https://a:hunter2@r.test/v1?sig=hunter2");
        var options = new ImageClientOptions { ApiKey = Key, Endpoint = address };

        Assert.Equal("https://r.test/v1 with a key", options.ToString());
    }

    [Fact]
    public void A_limit_that_no_method_switches_on_is_a_fault()
    {
        var options = new ImageClientOptions { ApiKey = Key, RateLimit = { MaxQueuedImages = 5 } };

        Assert.Equal(
            "RateLimit: A figure is set, but the limit is not switched on. Call UseRateLimit.",
            Assert.Single(new OptionsValidator().Validate("", options).Failures!));
        Assert.True(new OptionsValidator().Validate("", options.UseRateLimit(5)).Succeeded);
    }

    [Theory]
    [InlineData("https://r.openai.azure.com", null, "Endpoint: The address names a resource of Azure and no API.")]
    [InlineData("https://r.openai.azure.com/openai/", null, "Endpoint: The address names a resource")]
    [InlineData("https://r.openai.azure.com", "pictures", null)]
    [InlineData("https://r.openai.azure.com/openai/v1/", null, null)]
    [InlineData("https://r.openai.azure.com/openai/v1/", "pictures", "Azure.Deployment: The newer addresses")]
    [InlineData(
        "https://r.openai.azure.com/openai/deployments/p/images/generations?api-version=2025-04-01-preview",
        null,
        "Endpoint: The address ends in '/images/generations', which the client appends by itself. Write " +
            "'https://r.openai.azure.com/openai/v1/'")]
    [InlineData(
        "https://r.test/v1/images/edits/",
        null,
        "Endpoint: The address ends in '/images/edits', which the client appends by itself. Write " +
            "'https://r.test/v1/'.")]
    public void An_endpoint_with_a_mistake_is_a_fault_that_says_what_to_write(
        string endpoint, string? deployment, string? fault)
    {
        var options = new ImageClientOptions
        {
            ApiKey = Key,
            Endpoint = new Uri(endpoint),
            Azure = { Deployment = deployment, ApiVersion = deployment is null ? null : "2025-04-01-preview" },
        };

        var failures = new OptionsValidator().Validate("", options).Failures ?? [];

        Assert.StartsWith(fault ?? "", failures.SingleOrDefault() ?? "");
        Assert.Equal(fault is null, !failures.Any());
    }

    [Fact]
    public void White_space_around_a_pasted_key_is_removed()
        => Assert.Equal(Key, Prepare(new ImageClientOptions { ApiKey = $" {Key}\r\n" }).ApiKey);

    private static ImageClientOptions Prepare(ImageClientOptions options)
        => options.Prepare(new EnvironmentDefaults(name => name switch
        {
            "OPENAI_API_KEY" => "sk-environment",
            "OPENAI_BASE_URL" => "https://environment.test/v1",
            "OPENAI_ORG_ID" => "org-environment",
            "OPENAI_PROJECT_ID" => "proj_environment",
            _ => null,
        }));
}

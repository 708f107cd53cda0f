using Microsoft.Extensions.Configuration;

namespace OpenAIImages.Settings;

/// <summary>Reads the options from configuration without reflection, and collects every fault.</summary>
internal static class OptionsBinder
{
    public static void Bind(IConfiguration section, ImageClientOptions options)
    {
        options.Configuration.Begin(section is IConfigurationSection { Path: var path } ? path : "");
        var reader = new SettingReader(section, group: "", options.Configuration);
        reader.Text(nameof(options.ApiKey), value => options.ApiKey = value);
        reader.Text(nameof(options.Endpoint), value => SetEndpoint(options, value));
        reader.Text(nameof(options.Model), value => options.Model = ModelOf(value) ?? options.Model);
        reader.Text(nameof(options.OrganizationId), value => options.OrganizationId = value);
        reader.Text(nameof(options.ProjectId), value => options.ProjectId = value);
        reader.Text(nameof(options.KeyHeader), value => options.KeyHeader = value);
        reader.Flag(nameof(options.AllowAnonymous), value => options.AllowAnonymous = value);
        reader.Flag(nameof(options.AllowPlainHttp), value => options.AllowPlainHttp = value);
        reader.Flag(nameof(options.AllowUnknownKeys), value => options.AllowUnknownKeys = value);
        reader.Flag(nameof(options.KeepHostResilience), value => options.KeepHostResilience = value);
        reader.Flag(nameof(options.RetryUnknownOutcome), value => options.RetryUnknownOutcome = value);
        reader.Count(nameof(options.MaxRetries), value => options.MaxRetries = value);
        reader.Checks(nameof(options.ModelChecks), value => options.ModelChecks = value);
        reader.Length(nameof(options.MaxReplyBytes), value => options.MaxReplyBytes = value);
        reader.Time(nameof(options.AttemptTimeout), value => options.AttemptTimeout = value);
        reader.Time(nameof(options.TotalTimeout), value => options.TotalTimeout = value);
        reader.Time(nameof(options.StallTimeout), value => options.StallTimeout = value);
        reader.Time(nameof(options.MaxServerDelay), value => options.MaxServerDelay = value);
        reader.Pairs(nameof(options.Headers), (name, value) => options.Headers[name] = value);
        BindGroups(reader, options);
        reader.FindUnknownKeys();
    }

    /// <summary>Makes an address from a text. A text that is not an address gives a relative address, which the
    /// validator refuses.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address.</returns>
    public static Uri ParseAddress(string text)
        => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address)
            ? address
            : new Uri(Uri.EscapeDataString(text), UriKind.Relative);

    // A section for the rate limit, the circuit breaker or the budget switches it on. Missing settings of the section
    // have their defaults.
    private static void BindGroups(SettingReader reader, ImageClientOptions options)
    {
        reader.Group(nameof(options.Azure), group =>
        {
            group.Text(nameof(ImageAzureOptions.Deployment), value => options.Azure.Deployment = value);
            group.Text(nameof(ImageAzureOptions.ApiVersion), value => options.Azure.ApiVersion = value);
        });
        reader.Group(nameof(options.Links), group =>
        {
            group.Flag(
                nameof(ImageLinkOptions.AllowPrivateAddresses), value => options.Links.AllowPrivateAddresses = value);
            group.Length(nameof(ImageLinkOptions.MaxBytes), value => options.Links.MaxBytes = value);
        });
        reader.Group(nameof(options.Telemetry), group =>
        {
            var telemetry = options.Telemetry;
            group.Flag(nameof(telemetry.EnableSensitiveData), value => telemetry.EnableSensitiveData = value);
            group.Flag(nameof(telemetry.SendClientRequestId), value => telemetry.SendClientRequestId = value);
            group.Prices(nameof(telemetry.Prices), value => telemetry.Prices = value);
        });
        reader.Group(nameof(options.RateLimit), group =>
        {
            var limit = options.UseRateLimit().RateLimit;
            group.Count(nameof(limit.ImagesPerMinute), value => limit.ImagesPerMinute = value);
            group.Count(nameof(limit.MaxQueuedImages), value => limit.MaxQueuedImages = value);
            group.Time(nameof(limit.TurnTimeout), value => limit.TurnTimeout = value);
        });
        reader.Group(nameof(options.CircuitBreaker), group =>
        {
            var breaker = options.UseCircuitBreaker().CircuitBreaker;
            group.Ratio(nameof(breaker.FailureRatio), value => breaker.FailureRatio = value);
            group.Count(nameof(breaker.MinimumThroughput), value => breaker.MinimumThroughput = value);
            group.Time(nameof(breaker.SamplingDuration), value => breaker.SamplingDuration = value);
            group.Time(nameof(breaker.BreakDuration), value => breaker.BreakDuration = value);
        });
        reader.Group(nameof(options.Budget), group =>
        {
            var budget = options.UseBudget().Budget;
            group.Text(nameof(budget.Name), value => budget.Name = value);
            BindFigures(group, budget);
        });
    }

    /// <summary>Reads a shared budget.</summary>
    public static void Bind(IConfiguration section, ImageClientBudgetOptions budget)
    {
        budget.Configuration.Begin(section is IConfigurationSection { Path: var path } ? path : "");
        var reader = new SettingReader(section, group: "", budget.Configuration);
        BindFigures(reader, budget);
        reader.FindUnknownKeys();
    }

    private static void BindFigures(SettingReader reader, ImageClientBudgetOptions budget)
    {
        reader.Amount(nameof(budget.Dollars), value => budget.Dollars = value);
        reader.Amount(nameof(budget.AssumeWhenUnknown), value => budget.AssumeWhenUnknown = value);
        reader.Prices(nameof(budget.Prices), value => budget.Prices = value);
    }

    private static void SetEndpoint(ImageClientOptions options, string text)
    {
        if (text.Length > 0)
        {
            options.Endpoint = ParseAddress(text);
        }
    }

    private static ImageModel? ModelOf(string text)
        => string.IsNullOrWhiteSpace(text) ? default(ImageModel?) : new ImageModel(text);
}

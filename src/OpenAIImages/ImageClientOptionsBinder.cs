using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace OpenAIImages;

/// <summary>Reads the options from configuration; by hand, so without reflection and with every fault kept for the
/// list.</summary>
internal static class ImageClientOptionsBinder
{
    private delegate bool Parser<T>(string text, out T value);

    public static void Bind(IConfiguration section, ImageClientOptions options)
    {
        options.ApiKey = section[nameof(options.ApiKey)] ?? options.ApiKey;
        options.OrganizationId = section[nameof(options.OrganizationId)] ?? options.OrganizationId;
        options.ProjectId = section[nameof(options.ProjectId)] ?? options.ProjectId;
        options.KeyHeader = section[nameof(options.KeyHeader)] ?? options.KeyHeader;
        options.AzureDeployment = section[nameof(options.AzureDeployment)] ?? options.AzureDeployment;
        options.ApiVersion = section[nameof(options.ApiVersion)] ?? options.ApiVersion;
        if (section[nameof(options.Endpoint)] is { Length: > 0 } address)
        {
            options.Endpoint = ParseAddress(address);
        }

        options.AllowAnonymous = Flag(nameof(options.AllowAnonymous), options.AllowAnonymous);
        options.AllowPlainHttp = Flag(nameof(options.AllowPlainHttp), options.AllowPlainHttp);
        options.AllowPrivateLinks = Flag(nameof(options.AllowPrivateLinks), options.AllowPrivateLinks);
        options.EnableSensitiveTelemetry = Flag(
            nameof(options.EnableSensitiveTelemetry), options.EnableSensitiveTelemetry);
        options.RetryUnknownOutcome = Flag(nameof(options.RetryUnknownOutcome), options.RetryUnknownOutcome);
        options.MaxRetries = Read<int>(
            nameof(options.MaxRetries), options.MaxRetries, "a whole number", ParseCount);
        if (section[nameof(options.ImagesPerMinute)] is { Length: > 0 })
        {
            options.ImagesPerMinute = Read<int>(
                nameof(options.ImagesPerMinute), options.ImagesPerMinute ?? 1, "a whole number", ParseCount);
        }

        options.MaxQueuedImages = Read<int>(
            nameof(options.MaxQueuedImages), options.MaxQueuedImages, "a whole number", ParseCount);
        options.ModelChecks = Read<ImageModelChecks>(
            nameof(options.ModelChecks), options.ModelChecks, "Off, Warn or Throw", ParseChecks);
        options.MaxDownloadBytes = Read<long>(
            nameof(options.MaxDownloadBytes), options.MaxDownloadBytes, "a whole number", ParseLength);
        options.MaxReplyBytes = Read<long>(
            nameof(options.MaxReplyBytes), options.MaxReplyBytes, "a whole number", ParseLength);
        options.AttemptTimeout = Time(nameof(options.AttemptTimeout), options.AttemptTimeout);
        options.TotalTimeout = Time(nameof(options.TotalTimeout), options.TotalTimeout);
        options.StallTimeout = Time(nameof(options.StallTimeout), options.StallTimeout);
        options.MaxServerDelay = Time(nameof(options.MaxServerDelay), options.MaxServerDelay);
        BindCircuitBreaker(section.GetSection(nameof(options.CircuitBreaker)), options);
        foreach (var header in section.GetSection(nameof(options.Headers)).GetChildren())
        {
            options.Headers[header.Key] = header.Value ?? "";
        }

        bool Flag(string setting, bool current) => Read<bool>(setting, current, "true or false", bool.TryParse);

        TimeSpan Time(string setting, TimeSpan current)
            => Read<TimeSpan>(setting, current, "a time such as 00:10:00", ParseTime);

        T Read<T>(string setting, T current, string expected, Parser<T> parse)
            => ImageClientOptionsBinder.Read(section, options, "", setting, current, expected, parse);
    }

    // A section that is there turns the breaker on, with its defaults for what it does not say.
    private static void BindCircuitBreaker(IConfigurationSection section, ImageClientOptions options)
    {
        if (!section.Exists())
        {
            return;
        }

        var breaker = options.CircuitBreaker ??= new ImageCircuitBreakerOptions();
        breaker.FailureRatio = Read<double>(
            nameof(breaker.FailureRatio), breaker.FailureRatio, "a number such as 0.5", ParseRatio);
        breaker.MinimumThroughput = Read<int>(
            nameof(breaker.MinimumThroughput), breaker.MinimumThroughput, "a whole number", ParseCount);
        breaker.SamplingDuration = Read<TimeSpan>(
            nameof(breaker.SamplingDuration), breaker.SamplingDuration, "a time such as 00:01:00", ParseTime);
        breaker.BreakDuration = Read<TimeSpan>(
            nameof(breaker.BreakDuration), breaker.BreakDuration, "a time such as 00:00:30", ParseTime);

        T Read<T>(string setting, T current, string expected, Parser<T> parse)
            => ImageClientOptionsBinder.Read(
                section, options, $"{nameof(options.CircuitBreaker)}.", setting, current, expected, parse);
    }

    private static T Read<T>(
        IConfiguration section,
        ImageClientOptions options,
        string prefix,
        string setting,
        T current,
        string expected,
        Parser<T> parse)
    {
        if (section[setting] is not { Length: > 0 } text)
        {
            return current;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        options.AddFault($"'{text}' in configuration is not {expected}.", prefix + setting);

        return current;
    }

    /// <summary>Makes an address of a text; one that is none becomes relative, for the validator to refuse.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address.</returns>
    public static Uri ParseAddress(string text)
        => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address)
            ? address
            : new Uri(Uri.EscapeDataString(text), UriKind.Relative);

    private static bool ParseChecks(string text, out ImageModelChecks checks)
        => Enum.TryParse(text, ignoreCase: true, out checks)
            && checks is ImageModelChecks.Off or ImageModelChecks.Warn or ImageModelChecks.Throw;

    private static bool ParseCount(string text, out int count)
        => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count);

    private static bool ParseRatio(string text, out double ratio)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out ratio);

    private static bool ParseLength(string text, out long length)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out length);

    private static bool ParseTime(string text, out TimeSpan time)
        => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
}

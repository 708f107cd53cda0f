using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OpenAIImages;

/// <summary>The settings of a health check of an image service.</summary>
/// <remarks>The settings are read when the check is registered.</remarks>
public sealed class ImageHealthCheckOptions
{
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestNotice = TimeSpan.FromDays(3_650);

    private string? _name;
    private IReadOnlyCollection<string> _tags = ["ready"];
    private IReadOnlyCollection<ImageModel> _models = [];
    private TimeSpan _keepFor = TimeSpan.FromSeconds(60);
    private TimeSpan _timeout = TimeSpan.FromSeconds(10);
    private TimeSpan _shutdownNotice = TimeSpan.FromDays(30);

    /// <summary>Gets or sets the name of the check.</summary>
    /// <value><see langword="null"/>, the default, is <c>images</c>, or <c>images-NAME</c> for a named client.</value>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string? Name
    {
        get => _name;
        set
        {
            if (value is not null)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(value);
            }

            _name = value;
        }
    }

    /// <summary>Gets or sets the tags of the check.</summary>
    /// <value>The default is only <c>ready</c>: without the service, an application is not ready, but it is alive.
    /// </value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyCollection<string> Tags
    {
        get => _tags;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _tags = value;
        }
    }

    /// <summary>Gets or sets the status for a service whose list of models cannot be fetched.</summary>
    /// <value>The default is <see cref="HealthStatus.Unhealthy"/>.</value>
    public HealthStatus FailureStatus { get; set; } = HealthStatus.Unhealthy;

    /// <summary>Gets or sets the models in use, whose shutdown dates the check compares with the clock.</summary>
    /// <value>Empty, the default, means <see cref="ImageClientOptions.Model"/>, or <c>gpt-image-2</c> when the option
    /// is not set and the service is OpenAI's.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyCollection<ImageModel> Models
    {
        get => _models;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _models = value;
        }
    }

    /// <summary>Gets or sets the time before its shutdown date at which a model in use makes the service
    /// <see cref="HealthStatus.Degraded"/>.</summary>
    /// <value>The default is 30 days; zero to 3,650 days.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan ShutdownNotice
    {
        get => _shutdownNotice;
        set => _shutdownNotice = InRange(value, TimeSpan.Zero, LongestNotice, nameof(ShutdownNotice));
    }

    /// <summary>Gets or sets the time for which an outcome is kept and returned again, so that frequent probes do not
    /// all call the service.</summary>
    /// <value>The default is 60 seconds; zero to a day. It runs on
    /// <see cref="ImageClientOptions.TimeProvider"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan KeepFor
    {
        get => _keepFor;
        set => _keepFor = InRange(value, TimeSpan.Zero, LongestPeriod, nameof(KeepFor));
    }

    /// <summary>Gets or sets the time limit for the service's reply.</summary>
    /// <value>The default is 10 seconds; more than zero, at most a day.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan Timeout
    {
        get => _timeout;
        set => _timeout = InRange(value, TimeSpan.FromTicks(1), LongestPeriod, nameof(Timeout));
    }

    private static TimeSpan InRange(TimeSpan value, TimeSpan least, TimeSpan most, string name)
        => value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The value must be {least} to {most}.");
}

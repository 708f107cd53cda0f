using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAIImages.Settings;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Settings;

public sealed class ReloadTests : IDisposable
{
    private readonly ConfigurationManager _configuration = new();
    private readonly CollectedLogs _logs = new();
    private readonly ServiceProvider _services;

    public ReloadTests()
    {
        _configuration["Images:ApiKey"] = "sk-test-0123456789";
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_logs));
        services.AddImageClient("covers", _configuration.GetSection("Images"));
        _services = services.BuildServiceProvider();
    }

    private ImageClientOptions Current
        => _services.GetRequiredKeyedService<LiveOptions>("OpenAIImages:covers").Current();

    public void Dispose()
    {
        _services.Dispose();
        _configuration.Dispose();
    }

    [Fact]
    public void A_valid_reload_reaches_the_next_call()
    {
        Assert.Equal(2, Current.MaxRetries);

        Reload("Images:MaxRetries", "5");

        Assert.Equal(5, Current.MaxRetries);
        Assert.Empty(_logs.Lines);
    }

    [Fact]
    public void An_invalid_reload_keeps_the_last_options_and_logs_one_line()
    {
        Assert.Equal(2, Current.MaxRetries);

        Reload("Images:MaxRetries", "-5");

        Assert.Equal((2, 2), (Current.MaxRetries, Current.MaxRetries));
        Assert.Equal(
            "Error 9: The reloaded configuration cannot be used, so the last good one stays in force: Image client " +
                "'covers', MaxRetries (configuration key 'Images:MaxRetries'): -5 is negative. Write 0 for no retries.",
            Assert.Single(_logs.Lines));
    }

    [Fact]
    public void A_valid_reload_after_an_invalid_one_is_taken()
    {
        Assert.Equal(2, Current.MaxRetries);
        Reload("Images:MaxRetries", "-5");
        Assert.Equal(2, Current.MaxRetries);

        Reload("Images:MaxRetries", "5");

        Assert.Equal(5, Current.MaxRetries);
    }

    [Fact]
    public void An_unknown_name_is_a_fault_at_the_start()
    {
        _configuration["Images:MaxRetrys"] = "5";

        Assert.Contains("Is 'MaxRetries' meant?", Assert.Throws<ImageConfigurationException>(() => Current).Message);
    }

    [Fact]
    public void An_unknown_name_is_a_warning_in_a_reload()
    {
        Assert.Equal(2, Current.MaxRetries);

        Reload("Images:MaxRetrys", "5");

        Assert.Equal((2, 2), (Current.MaxRetries, Current.MaxRetries));
        Assert.Equal(
            "Warning 10: The reloaded configuration has a name that is not known. Image client 'covers', MaxRetrys " +
                "(configuration key 'Images:MaxRetrys'): there is no setting of this name. Is 'MaxRetries' meant?",
            Assert.Single(_logs.Lines));
    }

    private void Reload(string key, string value)
    {
        _configuration[key] = value;
        ((IConfigurationRoot)_configuration).Reload();
    }
}

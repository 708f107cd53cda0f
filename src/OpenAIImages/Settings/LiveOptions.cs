using Microsoft.Extensions.Options;
using OpenAIImages.Diagnostics;

namespace OpenAIImages.Settings;

/// <summary>Follows the options of one client as the host's configuration changes.</summary>
/// <param name="monitor">The host's options.</param>
/// <param name="name">The name of the client's options.</param>
/// <param name="log">Takes the messages about unusable reloads and unknown keys.</param>
/// <remarks>After an unusable reload, the last good options stay in force. The class is safe for concurrent
/// use.</remarks>
internal sealed class LiveOptions(IOptionsMonitor<ImageClientOptions> monitor, string name, Log log)
{
    private ImageClientOptions? _last;

    /// <summary>Returns the options in force.</summary>
    /// <exception cref="ImageConfigurationException">There have been no good options yet; the message lists every
    /// fault.</exception>
    public ImageClientOptions Current()
    {
        var current = Read();
        var last = Volatile.Read(ref _last);
        if (!ReferenceEquals(current, last)
            && ReferenceEquals(Interlocked.CompareExchange(ref _last, current, last), last))
        {
            LogChange(current, isReload: last is not null);
        }

        return current.Refused?.LastGood ?? current;
    }

    // In a container without a host, the options are checked at the first call.
    private ImageClientOptions Read()
    {
        try
        {
            return monitor.Get(name);
        }
        catch (OptionsValidationException e)
        {
            throw new ImageConfigurationException([.. e.Failures], e);
        }
    }

    private void LogChange(ImageClientOptions options, bool isReload)
    {
        if (options.Refused is { } refused)
        {
            log.ReloadRefused(string.Join("; ", refused.Faults));
        }
        else if (isReload)
        {
            WarnOfUnknownKeys(options);
        }
    }

    private void WarnOfUnknownKeys(ImageClientOptions options)
    {
        if (options.AllowUnknownKeys)
        {
            return;
        }

        foreach (var unknown in options.Configuration.UnknownKeys)
        {
            log.UnknownSetting(OptionFaults.Describe(
                name, options.Configuration.Path, unknown.Setting, unknown.Message));
        }
    }
}

namespace OpenAIImages.Settings;

/// <summary>Collects the faults of one client's options, each with the client and the configuration key.</summary>
/// <param name="client">The name of the client; empty for a client without a name.</param>
/// <param name="section">The path of the configuration section that the options came from, if there is one.</param>
internal sealed class OptionFaults(string? client, string? section)
{
    private readonly List<string> _faults = [];

    /// <summary>Adds a fault.</summary>
    /// <param name="setting">The setting, with its group, such as <c>Links.MaxBytes</c>.</param>
    /// <param name="message">A sentence that says what is wrong and how to mend it.</param>
    public void Add(string setting, string message) => _faults.Add(Describe(client, section, setting, message));

    /// <summary>Gets the faults, a sentence each.</summary>
    public IReadOnlyList<string> All => _faults;

    /// <summary>Returns the sentence that names the client, the setting and its fault.</summary>
    public static string Describe(string? client, string? section, string setting, string message)
    {
        var name = string.IsNullOrEmpty(client) ? "" : $"Image client '{client}', ";
        var key = section is null ? "" : $" (configuration key '{KeyOf(section, setting)}')";

        return $"{name}{setting}{key}: {message}";
    }

    private static string KeyOf(string section, string setting)
        => section.Length == 0 ? setting.Replace('.', ':') : $"{section}:{setting.Replace('.', ':')}";
}

namespace OpenAIImages.Settings;

/// <summary>Collects the faults of the options of one client or budget, each with its name and the configuration
/// key.</summary>
/// <param name="name">The name; empty for a client without a name.</param>
/// <param name="section">The path of the options' configuration section, if there is one.</param>
/// <param name="kind">The kind of object with this name.</param>
internal sealed class OptionFaults(string? name, string? section, string kind = OptionFaults.Client)
{
    private const string Client = "Image client";

    private readonly List<string> _faults = [];

    /// <summary>Adds a fault.</summary>
    /// <param name="setting">The setting, with its group, such as <c>Links.MaxBytes</c>.</param>
    /// <param name="message">A sentence with the fault and the remedy.</param>
    public void Add(string setting, string message) => _faults.Add(Describe(name, section, setting, message, kind));

    /// <summary>Gets the faults, a sentence each.</summary>
    public IReadOnlyList<string> All => _faults;

    /// <summary>Returns the sentence that names the client or budget, the setting and its fault.</summary>
    public static string Describe(
        string? name, string? section, string setting, string message, string kind = Client)
    {
        var owner = string.IsNullOrEmpty(name) ? "" : $"{kind} '{name}', ";
        var key = section is null ? "" : $" (configuration key '{KeyOf(section, setting)}')";

        return $"{owner}{setting}{key}: {message}";
    }

    private static string KeyOf(string section, string setting)
        => section.Length == 0 ? setting.Replace('.', ':') : $"{section}:{setting.Replace('.', ':')}";
}

namespace OpenAIImages.Settings;

/// <summary>The unusable entries of a configuration section.</summary>
internal sealed class ConfigurationFindings
{
    private readonly List<Finding> _faults = [];
    private readonly List<Finding> _unknownKeys = [];

    /// <summary>Gets the path of the section; <see langword="null"/> when the options come from no section.</summary>
    public string? Path { get; private set; }

    /// <summary>Gets the values that could not be read.</summary>
    public IReadOnlyList<Finding> Faults => _faults;

    /// <summary>Gets the keys that belong to no setting.</summary>
    public IReadOnlyList<Finding> UnknownKeys => _unknownKeys;

    public void Begin(string path) => Path = path;

    public void AddFault(string setting, string message) => _faults.Add(new Finding(setting, message));

    public void AddUnknownKey(string setting, string message) => _unknownKeys.Add(new Finding(setting, message));

    /// <summary>A value that could not be read, or a key that belongs to no setting.</summary>
    /// <param name="Setting">The setting, with its group, such as <c>Links.MaxBytes</c>.</param>
    /// <param name="Message">A sentence with the fault and the remedy.</param>
    internal readonly record struct Finding(string Setting, string Message);
}

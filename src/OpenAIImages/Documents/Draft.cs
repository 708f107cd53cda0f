using System.Text.Json;

namespace OpenAIImages.Documents;

/// <summary>Holds the members of a document that its constructor takes, until all of them have been read.</summary>
internal sealed class Draft(Type type)
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public bool Has(string name) => _values.ContainsKey(name);

    public void Set(string name, object value) => _values[name] = value;

    public TValue? Get<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value : default;

    /// <exception cref="JsonException">The document has no such member.</exception>
    public TValue Required<TValue>(string name)
        => _values.TryGetValue(name, out var value) ? (TValue)value : throw Fault(name, "It is missing.");

    public DocumentException Fault(string name, string reason) => new(type, name, reason);
}

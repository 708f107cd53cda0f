using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Keeps the members of a reply that no property takes.</summary>
internal struct ExtraCollector
{
    private Dictionary<string, JsonElement>? _members;

    public void Add(string name, ReadOnlySpan<byte> value)
    {
        // A blank name cannot be a field of ours; and null says no more than absence does.
        if (!string.IsNullOrWhiteSpace(name) && !JsonMember.IsNull(value))
        {
            (_members ??= new(StringComparer.Ordinal))[name] = JsonMember.Element(value);
        }
    }

    public readonly ExtraFields ToFields() => _members is null ? ExtraFields.Empty : new ExtraFields(_members);
}

using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Collects the members of a reply that have no property.</summary>
internal struct ExtraCollector
{
    // Each member takes hundreds of bytes, however short it is.
    private const int MaxMembers = 256;

    private Dictionary<string, JsonElement>? _members;

    /// <exception cref="ImageDecodeException">The reply holds too many members.</exception>
    public void Add(string name, ReadOnlySpan<byte> value)
    {
        // An extra field cannot have a blank name, and null says no more than absence.
        if (!string.IsNullOrWhiteSpace(name) && !JsonMember.IsNull(value))
        {
            Add(name, JsonMember.ReadElement(value));
        }
    }

    /// <inheritdoc cref="Add(string, ReadOnlySpan{byte})"/>
    public void Add(string name, string text) => Add(name, ExtraValue.From(text));

    private void Add(string name, JsonElement value)
    {
        _members ??= new(StringComparer.Ordinal);
        if (_members.Count == MaxMembers && !_members.ContainsKey(name))
        {
            throw new ImageDecodeException(
                $"The reply holds an object of more than {MaxMembers} members that are not known.");
        }

        _members[name] = value;
    }

    public readonly ExtraFields ToFields() => _members is null ? ExtraFields.Empty : new ExtraFields(_members);
}

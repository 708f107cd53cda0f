using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Reads the members of a JSON object that is whole in a buffer, one by one.</summary>
internal ref struct JsonObjectReader
{
    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;

    /// <param name="json">The object; any other value has no members.</param>
    public JsonObjectReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true });
        _reader.Read();
    }

    /// <summary>Reads the next member.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value of the member, as JSON.</param>
    /// <returns>Whether there was a member.</returns>
    public bool Read(out string name, out ReadOnlySpan<byte> value)
    {
        name = "";
        value = default;
        if (!_json.StartsWith("{"u8) || !_reader.Read() || _reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        name = JsonMember.ReadName(ref _reader);
        _reader.Read();
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        value = _json.Slice(start, (int)_reader.BytesConsumed - start);

        return true;
    }
}

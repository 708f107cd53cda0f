using System.Text.Json;

namespace OpenAIImages.Encoders;

/// <summary>Writes fields as the members of a JSON object.</summary>
internal sealed class JsonFieldWriter(Utf8JsonWriter json) : IFieldWriter
{
    public void Text(string name, string value) => json.WriteString(name, value);

    public void Number(string name, int value) => json.WriteNumber(name, value);

    public void Flag(string name, bool value) => json.WriteBoolean(name, value);

    public void Any(string name, JsonElement value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    public void BeginObject(string name) => json.WriteStartObject(name);

    public void EndObject() => json.WriteEndObject();
}

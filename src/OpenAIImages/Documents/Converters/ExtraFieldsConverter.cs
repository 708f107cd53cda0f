using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenAIImages.Documents;

/// <summary>Reads and writes extra fields as a JSON object.</summary>
internal sealed class ExtraFieldsConverter : JsonConverter<ExtraFields>
{
    public static ExtraFieldsConverter Instance { get; } = new();

    public override ExtraFields Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new DocumentException(typeof(ExtraFields), "", "It is not a JSON object.");
        }

        var fields = new List<KeyValuePair<string, JsonElement>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (string.IsNullOrWhiteSpace(name))
            {
                throw new DocumentException(typeof(ExtraFields), "", "It holds a field whose name is blank.");
            }

            reader.Read();
            fields.Add(new(name, JsonElement.ParseValue(ref reader)));
        }

        return new ExtraFields(fields);
    }

    public override void Write(Utf8JsonWriter writer, ExtraFields value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var field in value)
        {
            if (field.Value.ValueKind == JsonValueKind.Undefined)
            {
                throw new DocumentException(typeof(ExtraFields), field.Key, "It has no value.");
            }

            writer.WritePropertyName(field.Key);
            field.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}

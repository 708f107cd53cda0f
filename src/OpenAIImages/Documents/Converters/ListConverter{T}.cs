using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenAIImages.Documents;

/// <summary>Reads and writes a list as a JSON array.</summary>
/// <param name="items">The converter of one item.</param>
internal sealed class ListConverter<T>(JsonConverter<T> items) : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    public override IReadOnlyList<T> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("It is not a JSON array.");
        }

        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            try
            {
                list.Add(items.Read(ref reader, typeof(T), options)!);
            }
            catch (Exception e) when (DocumentException.IsFault(e))
            {
                throw DocumentException.About(typeof(T), Place(list.Count), e);
            }
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++)
        {
            try
            {
                items.Write(writer, value[i], options);
            }
            catch (Exception e) when (DocumentException.IsFault(e))
            {
                throw DocumentException.About(typeof(T), Place(i), e);
            }
        }

        writer.WriteEndArray();
    }

    private static string Place(int index) => $"[{index.ToString(CultureInfo.InvariantCulture)}]";
}

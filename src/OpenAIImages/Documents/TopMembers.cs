using System.Text.Json;

namespace OpenAIImages.Documents;

/// <summary>Reads members of an object in advance, before the object itself is read.</summary>
/// <remarks>The reader is a copy. It finds the whole object, since the serializer gives converters only whole
/// values.</remarks>
internal static class TopMembers
{
    /// <exception cref="JsonException">The value is not an object.</exception>
    public static HashSet<string> NamesOf(Utf8JsonReader reader, Type type)
    {
        EnsureObject(reader, type);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(reader.GetString()!);
            reader.Skip();
        }

        return names;
    }

    /// <exception cref="JsonException">The value is not an object.</exception>
    public static string? TextOf(Utf8JsonReader reader, string name, Type type)
    {
        EnsureObject(reader, type);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMeant = reader.ValueTextEquals(name);
            reader.Read();
            if (isMeant)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }

            reader.Skip();
        }

        return null;
    }

    private static void EnsureObject(Utf8JsonReader reader, Type type)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new DocumentException(type, "", "It is not a JSON object.");
        }
    }
}

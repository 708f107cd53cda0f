using System.Globalization;
using System.Text.Json;
using OpenAIImages.Emulator.Models;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes models in the form of the list of models.</summary>
internal static class ModelReply
{
    public static void WriteList(Utf8JsonWriter writer, IEnumerable<(string Name, ModelRules Model)> models)
    {
        writer.WriteStartObject();
        writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        foreach (var (name, model) in models)
        {
            Write(writer, model, name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <param name="writer">The writer.</param>
    /// <param name="model">The model.</param>
    /// <param name="name">The name in the request, which may be the name of a snapshot.</param>
    public static void Write(Utf8JsonWriter writer, ModelRules model, string name)
    {
        writer.WriteStartObject();
        writer.WriteString("id", name);
        writer.WriteString("object", "model");
        writer.WriteNumber(
            "created", new DateTimeOffset(model.Released, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds());
        writer.WriteString("owned_by", "system");
        writer.WriteString("shutdown_date", model.ShutDown?.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }
}

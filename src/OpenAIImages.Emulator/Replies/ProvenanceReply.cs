using System.Text.Json;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes the known origin of a picture.</summary>
internal static class ProvenanceReply
{
    // The service signs its pictures. This reply reports the emulator's pictures as signed, too.
    private const string Issuer = "OpenAI";

    /// <param name="writer">The writer.</param>
    /// <param name="now">The time of the check.</param>
    /// <param name="made">The model that made the picture here, and the time; <see langword="null"/> when it was not
    /// made here.</param>
    /// <param name="hasManifest">Whether the file has content credentials, which the emulator cannot verify.</param>
    public static void Write(
        Utf8JsonWriter writer, DateTimeOffset now, (string Model, DateTimeOffset Made)? made, bool hasManifest)
    {
        writer.WriteStartObject();
        writer.WriteString("object", "content_provenance_check");
        writer.WriteNumber("created_at", now.ToUnixTimeSeconds());
        writer.WriteStartArray("results");
        writer.WriteStartObject();
        WriteOutcome(writer, "c2pa", made is not null || hasManifest);
        writer.WriteString(
            "validation_state", made is not null ? "trusted" : hasManifest ? "invalid" : "not_present");
        writer.WriteString("issuer", made is null ? null : Issuer);
        WriteOrigin(writer, made);
        writer.WriteEndObject();
        writer.WriteStartObject();
        WriteOutcome(writer, "synthid", made is not null);
        WriteOrigin(writer, made);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter writer, string type, bool isDetected)
    {
        writer.WriteString("type", type);
        writer.WriteString("outcome", isDetected ? "detected" : "not_detected");
    }

    private static void WriteOrigin(Utf8JsonWriter writer, (string Model, DateTimeOffset Made)? made)
    {
        writer.WriteString("model", made?.Model);
        if (made is { } known)
        {
            writer.WriteString("generated_at", known.Made);
        }
        else
        {
            writer.WriteNull("generated_at");
        }
    }
}

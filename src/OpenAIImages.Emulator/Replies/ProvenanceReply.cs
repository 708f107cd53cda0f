using System.Text.Json;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes what is known about where a picture comes from.</summary>
internal static class ProvenanceReply
{
    // The service signs what it makes; what this one makes counts as if it had.
    private const string Issuer = "OpenAI";

    /// <param name="writer">Where to.</param>
    /// <param name="now">When it was looked at.</param>
    /// <param name="made">Who made it here and when; <see langword="null"/> when it was not made here.</param>
    /// <param name="hasManifest">Whether the file has content credentials, which nobody here can verify.</param>
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

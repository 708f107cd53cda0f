using System.Text.Json;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes the findings of Azure's content filters.</summary>
/// <remarks>They find nothing unless a fault refuses the content.</remarks>
internal static class AzureFilters
{
    private static readonly string[] Categories = ["hate", "self_harm", "sexual", "violence"];

    /// <summary>Writes both results for a picture that passed the filters.</summary>
    public static void WriteResults(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("content_filter_results");
        WriteCategories(writer, filtered: []);
        writer.WriteEndObject();
        writer.WriteStartObject("prompt_filter_results");
        WriteCategories(writer, filtered: []);
        WriteDetection(writer, "profanity");
        WriteDetection(writer, "jailbreak");
        writer.WriteStartObject("custom_blocklists");
        writer.WriteBoolean("filtered", false);
        writer.WriteStartArray("details");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes the reason of a refusal.</summary>
    public static void WriteInnerError(Utf8JsonWriter writer, IReadOnlyList<string> categories)
    {
        writer.WriteStartObject("inner_error");
        writer.WriteString("code", "ResponsibleAIPolicyViolation");
        writer.WriteStartObject("content_filter_results");
        WriteCategories(writer, categories);
        WriteDetection(writer, "jailbreak");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteCategories(Utf8JsonWriter writer, IReadOnlyList<string> filtered)
    {
        foreach (var category in Categories)
        {
            writer.WriteStartObject(category);
            writer.WriteBoolean("filtered", filtered.Contains(category));
            writer.WriteString("severity", filtered.Contains(category) ? "medium" : "safe");
            writer.WriteEndObject();
        }
    }

    private static void WriteDetection(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteBoolean("detected", false);
        writer.WriteBoolean("filtered", false);
        writer.WriteEndObject();
    }
}

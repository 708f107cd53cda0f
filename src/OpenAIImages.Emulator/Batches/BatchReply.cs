using System.Text.Json;

namespace OpenAIImages.Emulator.Batches;

/// <summary>Writes batches in the service's form: a value that is not known yet is null.</summary>
internal static class BatchReply
{
    public static void Write(Utf8JsonWriter writer, Batch batch) => Write(writer, batch, batch.State);

    /// <summary>Writes a batch as it was at another moment.</summary>
    public static void Write(Utf8JsonWriter writer, Batch batch, BatchState state)
    {
        writer.WriteStartObject();
        writer.WriteString("id", batch.Id);
        writer.WriteString("object", "batch");
        writer.WriteString("endpoint", batch.Order.Endpoint);
        writer.WriteString("model", state.Model);
        WriteFaults(writer, state.Faults);
        writer.WriteString("input_file_id", batch.Order.InputFileId);
        writer.WriteString("completion_window", batch.Order.CompletionWindow);
        writer.WriteString("status", state.Status);
        writer.WriteString("output_file_id", state.OutputFileId);
        writer.WriteString("error_file_id", state.ErrorFileId);
        writer.WriteNumber("created_at", batch.Created.ToUnixTimeSeconds());
        WriteTime(writer, "expires_at", state.Expires);
        foreach (var status in BatchStatus.All.Skip(1))
        {
            WriteTime(writer, status + "_at", state.Since.TryGetValue(status, out var since) ? since : null);
        }

        writer.WriteStartObject("request_counts");
        writer.WriteNumber("total", state.Total);
        writer.WriteNumber("completed", state.Completed);
        writer.WriteNumber("failed", state.Failed);
        writer.WriteEndObject();
        WriteUsage(writer, state);
        WriteNotes(writer, batch.Order.Metadata);
        writer.WriteEndObject();
    }

    private static void WriteFaults(Utf8JsonWriter writer, IReadOnlyList<BatchFault> faults)
    {
        if (faults is [])
        {
            writer.WriteNull("errors");

            return;
        }

        writer.WriteStartObject("errors");
        writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        foreach (var fault in faults)
        {
            writer.WriteStartObject();
            writer.WriteString("code", fault.Code);
            writer.WriteString("message", fault.Message);
            writer.WriteString("param", fault.Param);
            if (fault.Line is { } line)
            {
                writer.WriteNumber("line", line);
            }
            else
            {
                writer.WriteNull("line");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            writer.WriteNumber(name, known.ToUnixTimeSeconds());
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteUsage(Utf8JsonWriter writer, BatchState state)
    {
        if (!BatchStatus.IsEnd(state.Status))
        {
            writer.WriteNull("usage");

            return;
        }

        writer.WriteStartObject("usage");
        writer.WriteNumber("input_tokens", state.InputTokens);
        writer.WriteStartObject("input_tokens_details");
        writer.WriteNumber("cached_tokens", 0);
        writer.WriteEndObject();
        writer.WriteNumber("output_tokens", state.OutputTokens);
        writer.WriteStartObject("output_tokens_details");
        writer.WriteNumber("reasoning_tokens", 0);
        writer.WriteEndObject();
        writer.WriteNumber("total_tokens", state.InputTokens + state.OutputTokens);
        writer.WriteEndObject();
    }

    private static void WriteNotes(Utf8JsonWriter writer, IReadOnlyDictionary<string, string>? notes)
    {
        if (notes is null)
        {
            writer.WriteNull("metadata");

            return;
        }

        writer.WriteStartObject("metadata");
        foreach (var (name, note) in notes)
        {
            writer.WriteString(name, note);
        }

        writer.WriteEndObject();
    }
}

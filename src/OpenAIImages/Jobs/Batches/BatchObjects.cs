using System.Text;
using System.Text.Json;
using OpenAIImages.Decoders;

namespace OpenAIImages.Jobs;

/// <summary>Reads batches from the replies of the service.</summary>
/// <remarks><b>Fails</b> with an <see cref="ImageDecodeException"/> that names the member.</remarks>
internal static class BatchObjects
{
    private const string UnknownCode = "unknown";

    public static ImageBatch Decode(JsonElement reply) => Decode(reply, "");

    public static ImageBatch Decode(JsonElement json, string place)
    {
        var members = new ObjectMembers(json, place);
        var (completed, failed) = (members.Time("completed_at"), members.Time("failed_at"));
        var (expired, cancelled) = (members.Time("expired_at"), members.Time("cancelled_at"));

        return new ImageBatch(members.Required("id"), members.Required("status"))
        {
            Endpoint = members.Text("endpoint"),
            Model = members.Text("model"),
            InputFileId = members.Text("input_file_id"),
            OutputFileId = members.Text("output_file_id"),
            ErrorFileId = members.Text("error_file_id"),
            Counts = DecodeCounts(members.Find("request_counts", JsonValueKind.Object)),
            Faults = DecodeFaults(members.Find("errors", JsonValueKind.Object)),
            Usage = members.Find("usage", JsonValueKind.Object) is { } usage
                ? UsageDecoder.Decode(Encoding.UTF8.GetBytes(usage.GetRawText()))
                : null,
            Metadata = DecodeMetadata(members.Find("metadata", JsonValueKind.Object)),
            Created = members.Time("created_at"),
            Expires = members.Time("expires_at"),
            Ended = completed ?? failed ?? expired ?? cancelled,
            Extra = members.Rest(),
        };
    }

    public static Page<ImageBatch> DecodePage(JsonElement reply)
        => Page<ImageBatch>.Decode(reply, Decode, batch => batch.Id);

    private static ImageBatchCounts DecodeCounts(JsonElement? json)
    {
        if (json is not { } counts)
        {
            return default;
        }

        var members = new ObjectMembers(counts);

        return new ImageBatchCounts(
            members.Count("total") ?? 0, members.Count("completed") ?? 0, members.Count("failed") ?? 0);
    }

    private static ImageBatchFault[] DecodeFaults(JsonElement? json)
    {
        if (json is not { } list || !list.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. data.EnumerateArray()
            .Where(fault => fault.ValueKind == JsonValueKind.Object)
            .Select(fault => DecodeFault(new ObjectMembers(fault)))];
    }

    private static ImageBatchFault DecodeFault(ObjectMembers members)
        => new(
            members.Text("code") is { } code && !string.IsNullOrWhiteSpace(code) ? code : UnknownCode,
            members.Text("message"))
        {
            Parameter = members.Text("param"),
            Line = members.Count("line") is <= int.MaxValue and var line ? (int?)line : null,
        };

    private static Dictionary<string, string> DecodeMetadata(JsonElement? json)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json is { } words)
        {
            foreach (var word in words.EnumerateObject())
            {
                metadata[word.Name] = word.Value.ValueKind == JsonValueKind.String
                    ? word.Value.GetString()!
                    : word.Value.GetRawText();
            }
        }

        return metadata;
    }
}

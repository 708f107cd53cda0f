using System.Text.Json;
using OpenAIImages.Bytes;

namespace OpenAIImages.Many.Journals;

/// <summary>The first line of a journal: the version and the name of the job.</summary>
internal static class JournalHeader
{
    private const int Version = 1;
    private const string VersionMember = "openai_images_journal";
    private const string JobMember = "job";

    public static byte[] ToLine(string job) => JsonLine.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber(VersionMember, Version);
        writer.WriteString(JobMember, job);
        writer.WriteEndObject();
    });

    /// <exception cref="ImageJournalException">The line has another version or job, or is not a header.</exception>
    public static void Check(ReadOnlyMemory<byte> line, string path, string job)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonTextRepair.Repair(line.Span).ToArray());
            var header = document.RootElement;
            if (header.ValueKind != JsonValueKind.Object
                || !header.TryGetProperty(VersionMember, out var version)
                || version.ValueKind != JsonValueKind.Number)
            {
                throw ImageJournalException.OtherVersion(path, "its first line names no version.");
            }

            if (!version.TryGetInt32(out var number) || number != Version)
            {
                throw ImageJournalException.OtherVersion(
                    path, $"its version is {version.GetRawText()}, and not {Version}.");
            }

            var found = header.TryGetProperty(JobMember, out var name) && name.ValueKind == JsonValueKind.String
                ? name.GetString()!
                : throw ImageJournalException.OtherVersion(path, "its first line names no job.");
            if (found != job)
            {
                throw ImageJournalException.OtherJob(path, found, job);
            }
        }
        catch (JsonException)
        {
            throw ImageJournalException.OtherVersion(path, "its first line is no JSON.");
        }
    }
}

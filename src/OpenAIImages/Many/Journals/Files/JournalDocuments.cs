using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenAIImages.Documents;

namespace OpenAIImages.Many.Journals;

/// <summary>Reads and writes the records of a journal.</summary>
internal static class JournalDocuments
{
    private static readonly JsonSerializerOptions Options = new();

    // The names are in the order of the enum.
    private static readonly string[] Marks = ["begun", "done", "failed", "possibly_billed"];

    private static readonly DocumentConverter<ImageOutput> Image = new DocumentConverter<ImageOutput>(CreateImage)
        .Takes("path", Text, image => image.SavedPath)
        .Takes(
            "length",
            JsonMetadataServices.Int64Converter,
            image => image.Length > 0 ? image.Length : default(long?))
        .Takes(
            "media_type",
            new ImageValueJsonConverter<ImageMediaType>(),
            image => image.Length > 0 ? image.MediaType : default(ImageMediaType?));

    private static readonly DocumentConverter<ImageJournalRecord> Record =
        new DocumentConverter<ImageJournalRecord>(CreateRecord)
            .Takes("id", Text, record => record.Id)
            .Takes("part", JsonMetadataServices.Int32Converter, record => (int?)record.Part)
            .Takes("mark", Text, record => Marks[(int)record.Mark])
            .Takes("sha256", Text, record => record.RequestHash)
            .HasNumber("n", record => (int?)record.Count, (record, value) => record with { Count = value })
            .Has(
                "time",
                JsonMetadataServices.DateTimeOffsetConverter,
                record => (DateTimeOffset?)record.Time,
                (record, value) => record with { Time = value })
            .Has(
                "images",
                new ListConverter<ImageOutput>(Image),
                record => record.Images is { Count: > 0 } some ? some : null,
                (record, value) => record with { Images = value })
            .Has(
                "cost",
                JsonMetadataServices.DecimalConverter,
                record => record.Cost,
                (record, value) => record with { Cost = value })
            .HasText("request_id", record => record.RequestId, (record, value) => record with { RequestId = value })
            .HasText(
                "client_request_id",
                record => record.ClientRequestId,
                (record, value) => record with { ClientRequestId = value });

    private static JsonConverter<string> Text => JsonMetadataServices.StringConverter!;

    public static byte[] ToLine(ImageJournalRecord record)
        => JsonLine.Write(writer => Record.Write(writer, record, Options));

    /// <exception cref="ImageJournalException">The line is not a record.</exception>
    public static ImageJournalRecord Parse(ReadOnlySpan<byte> line, string path, int number)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            var record = Record.Read(ref reader, typeof(ImageJournalRecord), Options);

            return reader.Read()
                ? throw ImageJournalException.BrokenLine(path, number, "It holds more than a record.")
                : record;
        }
        catch (Exception e) when (DocumentException.IsFault(e))
        {
            // A message of the platform is left out, since it may quote the line.
            var reason = e is DocumentException ? e.Message : "It is no JSON.";

            throw ImageJournalException.BrokenLine(path, number, reason, e);
        }
    }

    private static ImageJournalRecord CreateRecord(Draft draft)
        => new(
            draft.Required<string>("id"),
            draft.Required<int>("part"),
            Array.IndexOf(Marks, draft.Required<string>("mark")) is >= 0 and var mark
                ? (ImageJournalMark)mark
                : throw draft.Fault("mark", $"It is not one of {string.Join(", ", Marks)}."),
            draft.Required<string>("sha256"));

    private static ImageOutput CreateImage(Draft draft)
    {
        var length = draft.Get<long>("length");
        var mediaType = draft.Get<ImageMediaType>("media_type");

        return draft.Get<string>("path") is { } path
            ? ImageOutput.FromSavedFile(path, draft.Required<long>("length"), mediaType)
            : length >= 0 ? new ImageOutput { Length = length, MediaType = mediaType }
            : throw draft.Fault("length", "It is negative.");
    }
}

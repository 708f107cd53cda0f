using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenAIImages.Inputs;

namespace OpenAIImages.Documents;

/// <summary>Lists the members of an image to send as a JSON document: a link, a file id, bytes, or the path of a
/// file.</summary>
internal static class InputDocuments
{
    private const string Link = "image_url";
    private const string FileId = "file_id";
    private const string Bytes = "b64_json";
    private const string FilePath = "path";
    private const string FileName = "file_name";
    private const string MediaType = "media_type";

    private static readonly string[] Kinds = [Link, FileId, Bytes, FilePath];

    public static DocumentConverter<ImageInput> Input { get; } = new DocumentConverter<ImageInput>(Create)
        .Refuses(input => input.Source is StreamSource
            ? "It is a stream, which cannot be written as JSON. Give a file, bytes, a link or a file id instead."
            : null)
        .Takes(Link, Text, input => ReferenceOf(input, Link))
        .Takes(FileId, Text, input => ReferenceOf(input, FileId))
        .Takes(
            Bytes,
            JsonMetadataServices.ReadOnlyMemoryByteConverter,
            input => (input.Source as MemorySource)?.Bytes)
        .Takes(FilePath, Text, input => (input.Source as FileSource)?.FilePath)
        .Takes(
            FileName,
            Text,
            input => input is { Source: MemorySource, FileName.Length: > 0 } ? input.FileName : null)
        .Takes(MediaType, new ImageValueJsonConverter<ImageMediaType>(), input => input.MediaType);

    private static JsonConverter<string> Text => JsonMetadataServices.StringConverter!;

    private static string? ReferenceOf(ImageInput input, string field)
        => input.Reference is { } reference && reference.Field == field ? reference.Value : null;

    private static ImageInput Create(Draft draft)
    {
        var given = Array.FindAll(Kinds, draft.Has);
        if (given.Length != 1)
        {
            throw draft.Fault("", $"It has {given.Length} of {string.Join(", ", Kinds)}, and needs exactly one.");
        }

        var kind = given[0];
        foreach (var name in new[] { FileName, MediaType })
        {
            if (draft.Has(name) && kind != Bytes && (kind != FilePath || name == FileName))
            {
                throw draft.Fault(name, $"It cannot stand beside '{kind}'.");
            }
        }

        try
        {
            return Create(draft, kind);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw DocumentException.About(typeof(ImageInput), kind, e);
        }
    }

    private static ImageInput Create(Draft draft, string kind)
    {
        var mediaType = draft.Has(MediaType) ? draft.Get<ImageMediaType>(MediaType) : default(ImageMediaType?);

        return kind switch
        {
            Link => ImageInput.FromLink(new Uri(draft.Required<string>(kind))),
            FileId => ImageInput.FromFileId(draft.Required<string>(kind)),
            Bytes => ImageInput.FromBytes(
                draft.Required<ReadOnlyMemory<byte>>(kind), draft.Get<string>(FileName), mediaType),
            _ => ImageInput.FromFile(draft.Required<string>(kind), mediaType),
        };
    }
}

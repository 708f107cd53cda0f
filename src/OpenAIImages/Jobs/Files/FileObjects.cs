using System.Text.Json;

namespace OpenAIImages.Jobs;

/// <summary>Reads files from the replies of the service.</summary>
/// <remarks><b>Fails</b> with an <see cref="ImageDecodeException"/> that names the member.</remarks>
internal static class FileObjects
{
    public static ImageFile DecodeFile(JsonElement reply) => DecodeFile(reply, "");

    public static ImageFile DecodeFile(JsonElement json, string place)
    {
        var members = new ObjectMembers(json, place);

        return new ImageFile(members.Required("id"))
        {
            Length = members.Count("bytes"),
            Created = members.Time("created_at"),
            Expires = members.Time("expires_at"),
            FileName = members.Text("filename"),
            Purpose = members.Text("purpose"),
            Extra = members.Rest(),
        };
    }

    public static Page<ImageFile> DecodePage(JsonElement reply)
        => Page<ImageFile>.Decode(reply, DecodeFile, file => file.Id);

    /// <exception cref="ImageDecodeException">The service does not say that the file is deleted.</exception>
    public static bool DecodeDeletion(JsonElement reply)
        => reply.ValueKind == JsonValueKind.Object
            && reply.TryGetProperty("deleted", out var deleted)
            && deleted.ValueKind == JsonValueKind.True
                ? true
                : throw new ImageDecodeException("The reply does not say that the file is deleted.", "deleted");

    public static ImageProvenance DecodeProvenance(JsonElement reply)
    {
        const string Results = "results";
        var members = new ObjectMembers(reply);
        if (members.Find(Results, JsonValueKind.Array) is not { } results)
        {
            throw new ImageDecodeException("The reply holds no results of a check.", Results);
        }

        return new ImageProvenance(
            results.EnumerateArray().Select((finding, index) => DecodeFinding(finding, $"{Results}[{index}].")))
        {
            Created = members.Time("created_at"),
        };
    }

    private static ImageProvenanceFinding DecodeFinding(JsonElement json, string place)
    {
        var members = new ObjectMembers(json, place);

        return new ImageProvenanceFinding(members.Required("type"), members.Required("outcome") == "detected")
        {
            State = members.Text("validation_state"),
            Issuer = members.Text("issuer"),
            Model = members.Text("model"),
            Generated = members.Date("generated_at"),
            Extra = members.Rest(),
        };
    }
}

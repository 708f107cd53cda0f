using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Files;

/// <summary>An upload with valid fields.</summary>
internal sealed class UploadOrder
{
    // The longest input of a batch, which is also the limit for its file.
    private const long LongestBatch = 200L * 1_024 * 1_024;

    private static readonly HashSet<string> Known =
        ["file", "purpose", "expires_after", "expires_after.anchor", "expires_after.seconds"];

    private readonly InputFile _file;
    private readonly string _purpose;
    private readonly TimeSpan? _lifetime;

    private UploadOrder(FileDraft draft, InputFile file, string purpose, TimeSpan? lifetime)
    {
        Draft = draft;
        _file = file;
        _purpose = purpose;
        _lifetime = lifetime;
    }

    public FileDraft Draft { get; }

    /// <exception cref="ApiException">A field is missing or wrong, or the file does not fit its purpose.</exception>
    public static UploadOrder Read(ParameterSet fields, FileDraft? draft)
    {
        ParameterNames.Check(fields, Known);
        if (draft is null || fields.Given("file")?.File is not { } file)
        {
            throw fields.Given("file") is { } other
                ? Refusals.WrongType("file", "a file", ParameterKinds.Describe(other.Kind))
                : Refusals.Missing("file");
        }

        var purpose = fields.Text("purpose") ?? throw StoredFileRefusals.MissingPurpose();
        if (!FilePurposes.Uploaded.Contains(purpose))
        {
            throw StoredFileRefusals.BadPurpose(purpose, FilePurposes.Uploaded);
        }

        if (purpose == FilePurposes.Batch)
        {
            CheckBatch(draft, file);
        }

        return new UploadOrder(
            draft, file, purpose, FileLifetime.Read(fields, "expires_after") ?? FilePurposes.Lifetime(purpose));
    }

    /// <summary>Adds the facts from the form to a file.</summary>
    public StoredFile Describe(StoredFile file) => file with
    {
        Name = _file.Name is { Length: > 0 } name ? name : file.Id,
        Purpose = _purpose,
        MediaType = _file.MediaType,
        Expires = file.Created + _lifetime,
    };

    private static void CheckBatch(FileDraft draft, InputFile file)
    {
        if (file.Name?.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw StoredFileRefusals.NotLines();
        }

        if (draft.Content.Length > LongestBatch)
        {
            throw StoredFileRefusals.TooLong(LongestBatch);
        }
    }
}

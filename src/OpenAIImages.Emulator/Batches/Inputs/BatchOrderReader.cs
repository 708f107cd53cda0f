using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Files;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Batches;

/// <summary>Reads the fields of a request for a batch.</summary>
/// <remarks><b>Fails</b> with <see cref="ApiException"/> at the first fault. The batch reads the input itself later.
/// </remarks>
internal static class BatchOrderReader
{
    private const int MostNotes = 16;
    private const int LongestName = 64;
    private const int LongestNote = 512;

    private static readonly string[] Endpoints = ["/v1/images/generations", "/v1/images/edits"];

    // Azure also accepts these addresses without the version.
    private static readonly string[] AzureEndpoints = [.. Endpoints, "/images/generations", "/images/edits"];

    private static readonly HashSet<string> Known =
    [
        "input_file_id", "endpoint", "completion_window", "metadata", "output_expires_after",
        "output_expires_after.anchor", "output_expires_after.seconds",
    ];

    /// <param name="fields">The fields.</param>
    /// <param name="files">The stored files.</param>
    /// <param name="isAzure">Whether the client used one of Azure's addresses.</param>
    /// <param name="root">The address of this service for the caller.</param>
    public static BatchOrder Read(ParameterSet fields, FileStore files, bool isAzure, string root)
    {
        ParameterNames.Check(fields, Known);
        var input = fields.Text("input_file_id") ?? throw Refusals.Missing("input_file_id");
        var endpoint = fields.Choice("endpoint", isAzure ? AzureEndpoints : Endpoints)
            ?? throw Refusals.Missing("endpoint");
        var window = fields.Choice("completion_window", ["24h"]) ?? throw Refusals.Missing("completion_window");
        var order = new BatchOrder
        {
            InputFileId = input,
            Endpoint = endpoint,
            CompletionWindow = window,
            Metadata = ReadNotes(fields),
            OutputLifetime = FileLifetime.Read(fields, "output_expires_after"),
            IsAzure = isAzure,
            Root = root,
        };
        CheckInput(files, input);

        return order;
    }

    private static void CheckInput(FileStore files, string id)
    {
        var file = files.Find(id) ?? throw BatchRefusals.NoInput(id);
        if (file.Purpose != FilePurposes.Batch)
        {
            throw BatchRefusals.WrongPurpose(file.Purpose);
        }
    }

    private static Dictionary<string, string>? ReadNotes(ParameterSet fields)
    {
        if (fields.Object("metadata") is not { } notes)
        {
            return null;
        }

        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in notes.Names)
        {
            var note = notes.TextUnlessAbsent(name)!;
            if (name.Length > LongestName)
            {
                throw Refusals.TooLong("metadata", LongestName, name.Length);
            }

            if (note.Length > LongestNote)
            {
                throw Refusals.TooLong($"metadata.{name}", LongestNote, note.Length);
            }

            read.Add(name, note);
        }

        return read.Count <= MostNotes ? read : throw BatchRefusals.TooManyNotes(MostNotes, read.Count);
    }
}

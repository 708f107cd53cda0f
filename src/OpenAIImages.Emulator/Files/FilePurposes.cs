namespace OpenAIImages.Emulator.Files;

/// <summary>The purposes of files, and their rules.</summary>
internal static class FilePurposes
{
    public const string Batch = "batch";
    public const string BatchOutput = "batch_output";

    private static readonly TimeSpan LifeOfBatchInput = TimeSpan.FromDays(30);

    /// <summary>Gets the purposes that an upload may have, in the order in which the service lists them.</summary>
    public static IReadOnlyList<string> Uploaded { get; } =
        ["fine-tune", "assistants", Batch, "user_data", "vision", "evals"];

    /// <summary>Returns the lifetime of a file whose upload gave none.</summary>
    public static TimeSpan? Lifetime(string purpose) => purpose == Batch ? LifeOfBatchInput : null;

    /// <summary>Returns whether a client may download the file.</summary>
    public static bool CanBeRead(string purpose) => purpose is not ("assistants" or "user_data");
}

namespace OpenAIImages.Emulator.Files;

/// <summary>What files are for, and what follows from it.</summary>
internal static class FilePurposes
{
    public const string Batch = "batch";
    public const string BatchOutput = "batch_output";

    private static readonly TimeSpan LifeOfBatchInput = TimeSpan.FromDays(30);

    /// <summary>Gets what can be uploaded, in the order in which the service lists it.</summary>
    public static IReadOnlyList<string> Uploaded { get; } =
        ["fine-tune", "assistants", Batch, "user_data", "vision", "evals"];

    /// <summary>Says how long a file lives that was not told how long.</summary>
    public static TimeSpan? Lifetime(string purpose) => purpose == Batch ? LifeOfBatchInput : null;

    /// <summary>Says whether the service gives the file back.</summary>
    public static bool CanBeRead(string purpose) => purpose is not ("assistants" or "user_data");
}

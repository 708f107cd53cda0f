namespace OpenAIImages.Emulator.Batches;

/// <summary>The states of a batch, with their names in JSON.</summary>
internal static class BatchStatus
{
    public const string Validating = "validating";
    public const string Failed = "failed";
    public const string InProgress = "in_progress";
    public const string Finalizing = "finalizing";
    public const string Completed = "completed";
    public const string Expired = "expired";
    public const string Cancelling = "cancelling";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } =
        [Validating, Failed, InProgress, Finalizing, Completed, Expired, Cancelling, Cancelled];

    public static bool IsEnd(string status) => status is Failed or Completed or Expired or Cancelled;
}

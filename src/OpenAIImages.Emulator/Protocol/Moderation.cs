using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Protocol;

/// <summary>Refuses what a prompt asks to have refused.</summary>
/// <remarks>
/// The emulator judges nothing. A prompt with <c>[moderate]</c> in it is refused before it is painted, one with
/// <c>[moderate output]</c> after, so that callers can try their handling without writing anything unpleasant.
/// </remarks>
internal static class Moderation
{
    private const string InputTrigger = "[moderate]";
    private const string OutputTrigger = "[moderate output]";

    private static readonly string[] Categories = ["violence"];

    /// <exception cref="ApiException">The prompt asks for it.</exception>
    public static void CheckPrompt(ImageJob job) => Check(job, InputTrigger, "input");

    /// <exception cref="ApiException">The prompt asks for it.</exception>
    public static void CheckPictures(ImageJob job) => Check(job, OutputTrigger, "output");

    private static void Check(ImageJob job, string trigger, string stage)
    {
        if (job.Prompt.Contains(trigger, StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiException(
                job.ReportsFilters ? AzureRefusal()
                : job.Model.RefusesContentTheOldWay ? OldRefusal()
                : Refusal(stage));
        }
    }

    private static ApiError Refusal(string stage)
        => new(
            "Your request was rejected by the safety system. If you believe this is an error, contact us at " +
            $"help.openai.com and include the request ID {Guid.NewGuid()}. " +
            $"safety_violations=[{string.Join(", ", Categories)}].")
        {
            Type = "image_generation_user_error",
            Code = "moderation_blocked",
            ModerationStage = stage,
            ModerationCategories = Categories,
        };

    private static ApiError AzureRefusal() => OldRefusal() with { IsOfAzureFilter = true };

    private static ApiError OldRefusal()
        => new("Your request was rejected as a result of our safety system. Your prompt may contain text that is " +
            "not allowed by our safety system.")
        {
            Code = "content_policy_violation",
        };
}

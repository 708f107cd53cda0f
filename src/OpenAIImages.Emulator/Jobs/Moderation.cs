using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>Refuses a prompt or pictures for their content when a fault says so.</summary>
/// <remarks>The emulator judges no content itself.</remarks>
internal static class Moderation
{
    private const string Output = "output";

    private static readonly string[] UsualCategories = ["violence"];

    /// <exception cref="ApiException">The fault refuses the request.</exception>
    public static void CheckPrompt(ImageJob job) => Check(job, isOutput: false);

    /// <exception cref="ApiException">The fault refuses the pictures.</exception>
    public static void CheckPictures(ImageJob job) => Check(job, isOutput: true);

    private static void Check(ImageJob job, bool isOutput)
    {
        if (job.Fault is { ModerationStage: { } stage } fault && (stage == Output) == isOutput)
        {
            var categories = fault.ModerationCategories is [] ? UsualCategories : fault.ModerationCategories;

            throw new ApiException(
                job.ReportsFilters ? AzureRefusal(categories)
                : job.Model.RefusesContentTheOldWay ? OldRefusal()
                : Refusal(stage, categories));
        }
    }

    private static ApiError Refusal(string stage, IReadOnlyList<string> categories)
        => new(
            "Your request was rejected by the safety system. If you believe this is an error, contact us at " +
            $"help.openai.com and include the request ID {Guid.NewGuid()}. " +
            $"safety_violations=[{string.Join(", ", categories)}].")
        {
            Type = "image_generation_user_error",
            Code = "moderation_blocked",
            ModerationStage = stage,
            ModerationCategories = categories,
        };

    private static ApiError AzureRefusal(IReadOnlyList<string> categories)
        => OldRefusal() with { IsOfAzureFilter = true, ModerationCategories = categories };

    private static ApiError OldRefusal()
        => new("Your request was rejected as a result of our safety system. Your prompt may contain text that is " +
            "not allowed by our safety system.")
        {
            Code = "content_policy_violation",
        };
}

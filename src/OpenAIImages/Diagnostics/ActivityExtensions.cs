using System.Diagnostics;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>Sets what calls and downloads have in common on their spans.</summary>
internal static class ActivityExtensions
{
    /// <summary>Sets an attribute where there is a value.</summary>
    public static void SetKnownTag<T>(this Activity activity, string name, T? value)
        where T : struct
    {
        if (value is { } known)
        {
            activity.SetTag(name, known);
        }
    }

    /// <summary>Adds the event of a failed attempt that is repeated.</summary>
    public static void AddRetry(this Activity activity, string errorType, TimeSpan delay)
        => activity.AddEvent(new ActivityEvent(
            Span.RetryEvent,
            tags: new ActivityTagsCollection
            {
                [Tag.ErrorType] = errorType,
                [Tag.RetryDelay] = delay.TotalSeconds,
            }));

    /// <summary>Marks the span as failed.</summary>
    public static void SetFailure(this Activity activity, string errorType, Exception? failure)
    {
        activity.SetTag(Tag.ErrorType, errorType);

        // Our own messages hold no secret. Those of others may.
        activity.SetStatus(ActivityStatusCode.Error, (failure as ImageClientException)?.Message);
    }
}

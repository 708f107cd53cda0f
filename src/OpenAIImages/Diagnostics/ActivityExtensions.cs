using System.Diagnostics;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>Sets the common tags and events of the spans of calls and downloads.</summary>
internal static class ActivityExtensions
{
    /// <summary>Sets an attribute if it has a value.</summary>
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

        // Our own messages hold no secret. Messages of other code may hold one.
        activity.SetStatus(ActivityStatusCode.Error, (failure as ImageClientException)?.Message);
    }
}

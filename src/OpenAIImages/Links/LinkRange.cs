using System.Net.Http.Headers;

namespace OpenAIImages.Links;

/// <summary>The rest of a file, on the condition that the file has not changed.</summary>
/// <param name="Start">The first wanted byte.</param>
/// <param name="Validator">The tag or the date that identifies the file for the host.</param>
internal sealed record LinkRange(long Start, RangeConditionHeaderValue Validator)
{
    /// <summary>Returns the tag or the date that identifies the file for the host; <see langword="null"/> when there is
    /// none.</summary>
    public static RangeConditionHeaderValue? GetValidator(HttpResponseMessage reply)
        => reply.Headers.ETag is { IsWeak: false } tag ? new RangeConditionHeaderValue(tag)
            : reply.Content.Headers.LastModified is { } changed ? new RangeConditionHeaderValue(changed)
            : null;
}

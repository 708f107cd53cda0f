using System.Net.Http.Headers;

namespace OpenAIImages.Links;

/// <summary>The rest of a file, on the condition that the file has not changed.</summary>
/// <param name="Start">The first byte that is wanted.</param>
/// <param name="Validator">The tag or the date by which the host recognises the file.</param>
internal sealed record LinkRange(long Start, RangeConditionHeaderValue Validator)
{
    /// <summary>Returns the tag or the date by which the host recognises the file; <see langword="null"/> when there is
    /// none.</summary>
    public static RangeConditionHeaderValue? GetValidator(HttpResponseMessage reply)
        => reply.Headers.ETag is { IsWeak: false } tag ? new RangeConditionHeaderValue(tag)
            : reply.Content.Headers.LastModified is { } changed ? new RangeConditionHeaderValue(changed)
            : null;
}

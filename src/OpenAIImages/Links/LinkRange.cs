using System.Net.Http.Headers;

namespace OpenAIImages.Links;

/// <summary>The rest of a file, provided that it is still the same file.</summary>
/// <param name="Start">The first byte that is wanted.</param>
/// <param name="Validator">How the host recognises the file.</param>
internal sealed record LinkRange(long Start, RangeConditionHeaderValue Validator)
{
    /// <summary>Finds how a host recognises a file again; <see langword="null"/> when it cannot.</summary>
    public static RangeConditionHeaderValue? GetValidator(HttpResponseMessage reply)
        => reply.Headers.ETag is { IsWeak: false } tag ? new RangeConditionHeaderValue(tag)
            : reply.Content.Headers.LastModified is { } changed ? new RangeConditionHeaderValue(changed)
            : null;
}

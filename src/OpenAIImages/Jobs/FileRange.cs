using System.Net.Http.Headers;

namespace OpenAIImages.Jobs;

/// <summary>The rest of a file.</summary>
/// <param name="Start">The first byte that is wanted.</param>
/// <param name="Validator">The tag or the date by which the service recognises the file, if it gave one.</param>
internal sealed record FileRange(long Start, RangeConditionHeaderValue? Validator);

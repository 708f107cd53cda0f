using System.Net.Http.Headers;

namespace OpenAIImages.Jobs;

/// <summary>The rest of a file.</summary>
/// <param name="Start">The position of the first byte to send.</param>
/// <param name="Validator">The tag or the date with which the service recognises the file, if it gave one.</param>
internal sealed record FileRange(long Start, RangeConditionHeaderValue? Validator);

namespace OpenAIImages.AspNetCore.Tests.Support;

/// <summary>Tests that observe the whole process, so no other test runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

namespace OpenAIImages.Benchmarks.Tests;

/// <summary>The tests that count for the whole process, and have it for themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

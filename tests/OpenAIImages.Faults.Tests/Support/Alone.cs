namespace OpenAIImages.Faults.Tests.Support;

/// <summary>The tests that count what the whole process does, and so run when no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone : ICollectionFixture<PlayedScripts>;

namespace OpenAIImages.Faults.Tests.Support;

/// <summary>Tests that count events of the whole process, so no other test runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone : ICollectionFixture<PlayedScripts>;

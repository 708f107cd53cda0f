using BenchmarkDotNet.Attributes;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The memory and time of a streamed picture: two previews and the picture.</summary>
/// <remarks>
/// The official package returns the JSON of each event for the caller to parse, and Betalgo cannot stream pictures. A
/// good result allocates only the pictures, and takes a twentieth of the baseline's time or less.
/// </remarks>
[MemoryDiagnoser]
public class EventsToBytes : EventStage
{
    protected override int Partials => Count - 1;

    [Benchmark(Baseline = true)]
    public Task<ReadOnlyMemory<byte>[]> OpenAI() => OfficialClient.GetEventsAsync(Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> ByHand() => HandClient.GetEventsAsync(Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Ours() => OurClient.GetEventsAsync(Count);

    [Benchmark]
    public ReadOnlyMemory<byte>[] Floor() => FloorReader.Get([.. Sent.Select(picture => picture.Length)]);
}

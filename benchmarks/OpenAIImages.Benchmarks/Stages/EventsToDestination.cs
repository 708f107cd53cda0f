using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The memory and time for writing three finished pictures from their events to a stream.</summary>
/// <remarks>
/// A good result allocates a few KB for pictures of any size, although each picture is one line of the event stream.
/// </remarks>
[MemoryDiagnoser]
public class EventsToDestination : EventStage
{
    protected override int Partials => 0;

    [Benchmark(Baseline = true)]
    public Task<Sink> OpenAI() => OfficialClient.SaveEventsAsync(Count, Destination);

    [Benchmark]
    public Task<Sink> ByHand() => HandClient.SaveEventsAsync(Count, Destination);

    [Benchmark]
    public Task<Sink> Ours() => OurClient.SaveEventsAsync(Count, Destination);

    [Benchmark]
    public Sink Floor() => FloorReader.Save(Destination);
}

using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Benchmarks.Rivals;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>A stage that reads three events of 2 MiB, in reads of 16 KB.</summary>
public abstract class EventStage : PictureStage
{
    /// <summary>The number of events.</summary>
    protected const int Count = 3;

    private const int PictureLength = 2 * 1_024 * 1_024;

    /// <inheritdoc/>
    public override long PictureBytes => Count * PictureLength;

    /// <summary>Gets the number of events with an unfinished picture.</summary>
    protected abstract int Partials { get; }

    internal Rivals.Ours OurClient { get; private set; } = null!;

    internal Official OfficialClient { get; private set; } = null!;

    internal Rivals.ByHand HandClient { get; private set; } = null!;

    internal Rivals.Floor FloorReader { get; private set; } = null!;

    /// <summary>Makes the events, and the client of every rival.</summary>
    [GlobalSetup]
    public void CreateClients()
    {
        Sent = Pictures.Make(Count, PictureLength);
        var body = ReplyBody.Events(Sent, Partials);
        OurClient = Rivals.Ours.Over(CannedNetwork.Events(body));
        OfficialClient = Official.Over(CannedNetwork.Events(body));
        HandClient = Rivals.ByHand.Over(CannedNetwork.Events(body));
        FloorReader = new Rivals.Floor(body, hasSmallReads: true);
    }
}

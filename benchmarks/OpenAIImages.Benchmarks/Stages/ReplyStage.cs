using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Benchmarks.Rivals;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>A stage that reads a reply from memory.</summary>
public abstract class ReplyStage : PictureStage
{
    /// <summary>Gets or sets the pictures of the reply and the way in which it arrives.</summary>
    [ParamsSource(nameof(Shapes))]
    public ReplyShape Shape { get; set; } = new(1, 2);

    /// <summary>Gets the shapes to measure.</summary>
    public virtual IEnumerable<ReplyShape> Shapes => ReplyShape.Usual;

    /// <inheritdoc/>
    public override long PictureBytes => (long)Shape.Count * Shape.PictureLength;

    internal Rivals.Ours OurClient { get; private set; } = null!;

    internal Official OfficialClient { get; private set; } = null!;

    internal Rivals.Betalgo BetalgoClient { get; private set; } = null!;

    internal Rivals.ByHand HandClient { get; private set; } = null!;

    internal Rivals.Floor FloorReader { get; private set; } = null!;

    /// <summary>Makes the reply, and the client of every rival.</summary>
    [GlobalSetup]
    public void CreateClients()
    {
        Sent = Shape.Pictures();
        var body = ReplyBody.Json(Sent, Shape.Escaping);
        OurClient = Rivals.Ours.Over(CannedNetwork.Json(body, Shape));
        OfficialClient = Official.Over(CannedNetwork.Json(body, Shape));
        BetalgoClient = Rivals.Betalgo.Over(CannedNetwork.Json(body, Shape));
        HandClient = Rivals.ByHand.Over(CannedNetwork.Json(body, Shape));
        FloorReader = new Rivals.Floor(body, Shape.HasSmallReads);
    }
}

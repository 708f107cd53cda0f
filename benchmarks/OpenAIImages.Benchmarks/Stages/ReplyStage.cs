using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Benchmarks.Rivals;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>A stage that reads a reply which is in memory already.</summary>
public abstract class ReplyStage : PictureStage
{
    /// <summary>Gets or sets what the reply holds and how it comes.</summary>
    [ParamsSource(nameof(Shapes))]
    public ReplyShape Shape { get; set; } = new(1, 2);

    /// <summary>Gets the shapes to measure.</summary>
    public virtual IEnumerable<ReplyShape> Shapes => ReplyShape.Usual;

    /// <inheritdoc/>
    public override long PictureBytes => (long)Shape.Count * Shape.PictureLength;

    internal Ours Ours { get; private set; } = null!;

    internal Official Official { get; private set; } = null!;

    internal Rivals.Betalgo Betalgos { get; private set; } = null!;

    internal Rivals.ByHand Hand { get; private set; } = null!;

    internal Floor Bottom { get; private set; } = null!;

    /// <summary>Makes the reply, and every rival's client over it.</summary>
    [GlobalSetup]
    public void CreateClients()
    {
        Sent = Shape.Pictures();
        var body = ReplyBody.Json(Sent, Shape.Escaping);
        Ours = Ours.Over(CannedNetwork.Json(body, Shape));
        Official = Official.Over(CannedNetwork.Json(body, Shape));
        Betalgos = Rivals.Betalgo.Over(CannedNetwork.Json(body, Shape));
        Hand = Rivals.ByHand.Over(CannedNetwork.Json(body, Shape));
        Bottom = new Floor(body, Shape.HasSmallReads);
    }
}

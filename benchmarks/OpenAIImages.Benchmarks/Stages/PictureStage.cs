using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>A stage whose benchmarks return pictures as bytes, or write them to the destination.</summary>
public abstract class PictureStage : Stage
{
    /// <summary>Gets or sets the pictures that the service sends.</summary>
    protected byte[][] Sent { get; set; } = [];

    /// <inheritdoc/>
    public override void Check(object? given)
    {
        var isRight = given switch
        {
            ReadOnlyMemory<byte>[] pictures => AreSame(pictures, Sent),
            Sink { Kept: { } kept } => AreSame([kept], [[.. Sent.SelectMany(picture => picture)]]),

            // A rival that parses nothing returns the length of the whole reply: four characters for three bytes, and
            // some members.
            long length => length > Sent.Sum(picture => (long)picture.Length) * 4 / 3,
            _ => false,
        };
        if (!isRight)
        {
            throw new InvalidOperationException($"These are not the {Sent.Length} sent pictures: {given}.");
        }
    }

    private static bool AreSame(ReadOnlyMemory<byte>[] given, byte[][] sent)
        => given.Length == sent.Length
            && given.Zip(sent).All(pair => pair.First.Span.SequenceEqual(pair.Second));
}

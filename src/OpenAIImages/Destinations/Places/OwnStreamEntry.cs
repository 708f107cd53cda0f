namespace OpenAIImages.Destinations;

/// <summary>An image that goes to a stream which is closed behind it.</summary>
/// <param name="stream">The stream.</param>
internal sealed class OwnStreamEntry(Stream stream) : StreamEntry(stream)
{
    public override void Dispose()
    {
        Stream.Dispose();
        base.Dispose();
    }
}

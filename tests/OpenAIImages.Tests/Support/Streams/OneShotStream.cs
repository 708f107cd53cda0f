namespace OpenAIImages.Tests.Support;

/// <summary>A stream that can be read once and cannot seek, and that knows whether it was closed.</summary>
internal sealed class OneShotStream(byte[] bytes) : MemoryStream(bytes)
{
    public bool IsClosed { get; private set; }

    public override bool CanSeek => false;

    protected override void Dispose(bool disposing)
    {
        IsClosed = true;
        base.Dispose(disposing);
    }
}

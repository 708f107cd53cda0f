using OpenAIImages.Bytes;

namespace OpenAIImages.Inputs;

/// <summary>An image in memory.</summary>
internal sealed class MemorySource(ReadOnlyMemory<byte> bytes) : InputSource
{
    public ReadOnlyMemory<byte> Bytes => bytes;

    protected override string Name => "the image";

    public override bool CanReopen => true;

    public override long? Length => bytes.Length;

    public override Stream Open(object? reader = null) => MemoryStreams.Over(bytes);

    public override ValueTask<int> PeekAsync(Memory<byte> head, CancellationToken cancellationToken)
    {
        var count = Math.Min(head.Length, bytes.Length);
        bytes.Slice(0, count).CopyTo(head);

        return new ValueTask<int>(count);
    }
}

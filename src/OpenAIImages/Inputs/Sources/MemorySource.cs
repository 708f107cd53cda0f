using System.Runtime.InteropServices;

namespace OpenAIImages.Inputs;

/// <summary>A picture in memory.</summary>
internal sealed class MemorySource(ReadOnlyMemory<byte> bytes) : InputSource
{
    public ReadOnlyMemory<byte> Bytes => bytes;

    protected override string Name => "the picture";

    public override bool CanReopen => true;

    public override long? Length => bytes.Length;

    public override Stream Open(object? reader = null)
        => MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    public override ValueTask<int> PeekAsync(Memory<byte> head, CancellationToken cancellationToken)
    {
        var count = Math.Min(head.Length, bytes.Length);
        bytes.Slice(0, count).CopyTo(head);

        return new ValueTask<int>(count);
    }
}

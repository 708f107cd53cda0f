using System.Text;
using System.Threading.Channels;

namespace OpenAIImages.Tests.Support;

/// <summary>A body whose bytes arrive when a test sends them.</summary>
internal sealed class DrippingStream : MemoryStream
{
    private readonly Channel<ReadOnlyMemory<byte>> _bytes = Channel.CreateUnbounded<ReadOnlyMemory<byte>>(
        new UnboundedChannelOptions { AllowSynchronousContinuations = true });

    private ReadOnlyMemory<byte> _rest;

    public void Drip(string text) => _bytes.Writer.TryWrite(Encoding.UTF8.GetBytes(text));

    public void End() => _bytes.Writer.Complete();

    public void Fail(Exception fault) => _bytes.Writer.Complete(fault);

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_rest.IsEmpty
            && (!await _bytes.Reader.WaitToReadAsync(cancellationToken) || !_bytes.Reader.TryRead(out _rest)))
        {
            return 0;
        }

        var length = Math.Min(buffer.Length, _rest.Length);
        _rest[..length].CopyTo(buffer);
        _rest = _rest[length..];

        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}

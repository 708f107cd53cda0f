namespace OpenAIImages.Emulator.Faults;

/// <summary>The body of a reply, sent slowly, or cut after a number of bytes, or both.</summary>
/// <remarks><b>Fails</b> with <see cref="CutReplyException"/> once the bytes before the cut are sent.</remarks>
internal sealed class TamperedStream(Stream body, EmulatorFault fault, TimeProvider time) : Stream
{
    // Ten pieces a second look like a slow line, and not like a reply that stops and starts.
    private const int PiecesPerSecond = 10;

    private long _sent;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = fault.CutAfterBytes - _sent ?? long.MaxValue;
        var isCut = buffer.Length > left;
        var whole = isCut ? buffer[..(int)left] : buffer;
        _sent += whole.Length;
        await SendAsync(whole, cancellationToken).ConfigureAwait(false);
        if (isCut)
        {
            // The flush also sends the headers of a body that is cut before its first byte.
            await body.FlushAsync(cancellationToken).ConfigureAwait(false);

            throw new CutReplyException();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => body.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (fault.BytesPerSecond is not { } speed)
        {
            await body.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);

            return;
        }

        var pieceLength = Math.Max(1, speed / PiecesPerSecond);
        for (var start = 0; start < bytes.Length; start += pieceLength)
        {
            var piece = bytes.Slice(start, Math.Min(pieceLength, bytes.Length - start));
            await Task.Delay(TimeSpan.FromSeconds((double)piece.Length / speed), time, cancellationToken)
                .ConfigureAwait(false);
            await body.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            await body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}

namespace OpenAIImages.Benchmarks.Network;

/// <summary>A stream that counts the bytes written to it and, on a test's request, keeps them.</summary>
/// <remarks>Several callers may write at once. Closing the stream does nothing, so that it can be used again.</remarks>
public sealed class Sink : Stream
{
    private readonly MemoryStream? _kept;
    private long _length;

    /// <summary>Makes a sink.</summary>
    /// <param name="keeps">Whether it keeps the bytes; then only one caller may write at a time.</param>
    public Sink(bool keeps = false) => _kept = keeps ? new MemoryStream() : null;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <summary>Gets the number of bytes written since the last call of <see cref="Empty"/>.</summary>
    public override long Length => Interlocked.Read(ref _length);

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Gets the bytes written, if the sink keeps them.</summary>
    public byte[]? Kept => _kept?.ToArray();

    /// <summary>Forgets all bytes.</summary>
    /// <returns>Itself, for use in an expression.</returns>
    public Sink Empty()
    {
        _kept?.SetLength(0);
        Interlocked.Exchange(ref _length, 0);

        return this;
    }

    /// <summary>Forgets all bytes, then takes pictures.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <returns>Itself, for use in an expression.</returns>
    public async Task<Sink> RefillAsync(IEnumerable<ReadOnlyMemory<byte>> pictures)
    {
        Empty();
        foreach (var picture in pictures)
        {
            await WriteAsync(picture);
        }

        return this;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Interlocked.Add(ref _length, buffer.Length);
        _kept?.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);

        return default;
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}

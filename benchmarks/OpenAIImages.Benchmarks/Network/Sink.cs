namespace OpenAIImages.Benchmarks.Network;

/// <summary>A stream that forgets what it is given, and counts it; a test may have it remember.</summary>
/// <remarks>Several may write at once. Closing it does nothing, so that it can be used again.</remarks>
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

    /// <summary>Gets how many bytes it was given since it was emptied.</summary>
    public override long Length => Interlocked.Read(ref _length);

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Gets what it was given, if it remembers.</summary>
    public byte[]? Kept => _kept?.ToArray();

    /// <summary>Forgets everything.</summary>
    /// <returns>Itself, for use in an expression.</returns>
    public Sink Empty()
    {
        _kept?.SetLength(0);
        Interlocked.Exchange(ref _length, 0);

        return this;
    }

    /// <summary>Forgets everything, then takes pictures.</summary>
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

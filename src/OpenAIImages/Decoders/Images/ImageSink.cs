namespace OpenAIImages.Decoders;

/// <summary>The target for the bytes of one image while a decoder decodes them.</summary>
/// <remarks>
/// Decoding is synchronous and fills <see cref="Room"/>; between the steps, <see cref="MakeRoomAsync"/> may write the
/// bytes out. The disposal of an incomplete sink drops its bytes.
/// </remarks>
internal abstract class ImageSink : IDisposable
{
    /// <summary>The least room after <see cref="MakeRoomAsync"/>: the bytes of one group of base64.</summary>
    public const int MinRoom = 3;

    /// <summary>Gets the free space for the next bytes.</summary>
    public abstract Span<byte> Room { get; }

    /// <summary>Gets the number of bytes of the image so far.</summary>
    public long Length { get; protected set; }

    /// <summary>Counts bytes that were written to <see cref="Room"/>.</summary>
    public void Advance(int count)
    {
        Length += count;
        OnAdvanced(count);
    }

    /// <summary>Copies as many bytes as fit.</summary>
    /// <returns>The number of copied bytes.</returns>
    public int Put(ReadOnlySpan<byte> bytes)
    {
        var count = Math.Min(Room.Length, bytes.Length);
        bytes.Slice(0, count).CopyTo(Room);
        Advance(count);

        return count;
    }

    /// <summary>Writes all of the bytes.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            await MakeRoomAsync(cancellationToken).ConfigureAwait(false);
            bytes = bytes.Slice(Put(bytes.Span));
        }
    }

    /// <summary>Makes <see cref="Room"/> at least <see cref="MinRoom"/> bytes long.</summary>
    public abstract ValueTask MakeRoomAsync(CancellationToken cancellationToken);

    /// <summary>Ends the image.</summary>
    public abstract ValueTask<StoredImage> CompleteAsync(CancellationToken cancellationToken);

    public abstract void Dispose();

    protected abstract void OnAdvanced(int count);
}

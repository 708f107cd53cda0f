namespace OpenAIImages.Decoders;

/// <summary>The place that the bytes of one image go to while they are decoded.</summary>
/// <remarks>
/// Decoding is synchronous and fills <see cref="Room"/>; in between, <see cref="MakeRoomAsync"/> may write the bytes
/// out. Disposing of a sink that was not completed drops its bytes.
/// </remarks>
internal abstract class ImageSink : IDisposable
{
    /// <summary>The least room after <see cref="MakeRoomAsync"/>: the bytes of one group of base64.</summary>
    public const int MinRoom = 3;

    /// <summary>Gets the free space for the next bytes.</summary>
    public abstract Span<byte> Room { get; }

    /// <summary>Gets how many bytes the image has so far.</summary>
    public long Length { get; protected set; }

    /// <summary>Counts bytes that were written to <see cref="Room"/>.</summary>
    public void Advance(int count)
    {
        Length += count;
        OnAdvanced(count);
    }

    /// <summary>Copies as many bytes as there is room for.</summary>
    /// <returns>How many were copied.</returns>
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

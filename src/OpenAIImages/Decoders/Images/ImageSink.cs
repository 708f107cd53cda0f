namespace OpenAIImages.Decoders;

/// <summary>Where the bytes of one picture go while they are decoded.</summary>
/// <remarks>
/// Decoding is synchronous and fills <see cref="Room"/>; between two rounds <see cref="MakeRoomAsync"/> may write out
/// what has come. Disposing of a sink that was not completed drops what it holds.
/// </remarks>
internal abstract class ImageSink : IDisposable
{
    /// <summary>The least room there is after <see cref="MakeRoomAsync"/>: what one group of base64 gives.</summary>
    public const int MinRoom = 3;

    /// <summary>Gets where to put the next bytes.</summary>
    public abstract Span<byte> Room { get; }

    /// <summary>Gets how many bytes have been put.</summary>
    public long Length { get; protected set; }

    /// <summary>Counts bytes that were put into <see cref="Room"/>.</summary>
    public void Advance(int count)
    {
        Length += count;
        OnAdvanced(count);
    }

    /// <summary>Puts as many bytes as there is room for.</summary>
    /// <returns>How many those were.</returns>
    public int Put(ReadOnlySpan<byte> bytes)
    {
        var count = Math.Min(Room.Length, bytes.Length);
        bytes.Slice(0, count).CopyTo(Room);
        Advance(count);

        return count;
    }

    /// <summary>Puts all of the bytes.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            await MakeRoomAsync(cancellationToken).ConfigureAwait(false);
            bytes = bytes.Slice(Put(bytes.Span));
        }
    }

    /// <summary>Sees to it that <see cref="Room"/> takes at least <see cref="MinRoom"/> bytes.</summary>
    public abstract ValueTask MakeRoomAsync(CancellationToken cancellationToken);

    /// <summary>Ends the picture and says what became of it.</summary>
    public abstract ValueTask<StoredImage> CompleteAsync(CancellationToken cancellationToken);

    public abstract void Dispose();

    protected abstract void OnAdvanced(int count);
}

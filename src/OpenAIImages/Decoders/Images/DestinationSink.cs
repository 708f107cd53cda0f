using System.Buffers;
using System.Runtime.CompilerServices;
using OpenAIImages.Destinations;

namespace OpenAIImages.Decoders;

/// <summary>Writes an image to its destination while it is decoded.</summary>
/// <remarks>
/// <b>Memory.</b> The sink uses one pooled buffer of 64 KiB. It opens the destination when the first bytes have come,
/// since a name may depend on the type of the image.
/// </remarks>
internal sealed class DestinationSink(ImageDestination destination, int index = 0) : ImageSink
{
    private const int BufferSize = 64 * 1024;

    private int _index = index;
    private byte[] _buffer = [];
    private int _used;
    private DestinationEntry? _entry;
    private ImageMediaType _mediaType;

    /// <summary>Gets a check of the first bytes, which runs before the destination is opened and throws to refuse
    /// them.</summary>
    public Action<ImageMediaType, ReadOnlyMemory<byte>>? Check { get; init; }

    /// <summary>Gets or sets the length of the whole picture, if it is known.</summary>
    public long? Total { get; set; }

    public override Span<byte> Room => _buffer.AsSpan(_used);

    /// <summary>Gets <see cref="ImageSink.Room"/> as memory.</summary>
    public Memory<byte> RoomMemory => _buffer.AsMemory(_used);

    /// <summary>Gets whether the sink can write the image again from its start.</summary>
    public bool CanStartOver => _entry is null || destination.CanStartOver;

    /// <summary>Begins another image after a completed one.</summary>
    /// <param name="next">The index of the image among those of the call, from 0.</param>
    /// <returns>This sink.</returns>
    public DestinationSink Begin(int next)
    {
        (_index, Length) = (next, 0);

        return this;
    }

    public override ValueTask MakeRoomAsync(CancellationToken cancellationToken)
    {
        if (_buffer.Length == 0)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        }

        return Room.Length < MinRoom ? FlushAsync(cancellationToken) : default;
    }

    public override async ValueTask<StoredImage> CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        ReturnBuffer();
        _entry?.Complete();
        var stored = new StoredImage(Length, _mediaType) { Entry = _entry };
        _entry = null;

        return stored;
    }

    public override void Dispose()
    {
        ReturnBuffer();
        _entry?.Dispose();
        _entry = null;
    }

    protected override void OnAdvanced(int count) => _used += count;

    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_used == 0)
        {
            return;
        }

        if (_entry is null)
        {
            _mediaType = ImageMediaType.Detect(_buffer.AsSpan(0, _used));
            Check?.Invoke(_mediaType, _buffer.AsMemory(0, _used));
            _entry = await destination
                .OpenAsync(new ImageArrival(_index, _mediaType) { Length = Total }, cancellationToken)
                .ConfigureAwait(false);
        }

        await _entry.WriteAsync(_buffer.AsMemory(0, _used), cancellationToken).ConfigureAwait(false);
        _used = 0;
    }

    private void ReturnBuffer()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _used = 0;
        }
    }
}

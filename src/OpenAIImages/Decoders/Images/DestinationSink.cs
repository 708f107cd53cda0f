using System.Buffers;
using System.Runtime.CompilerServices;
using OpenAIImages.Destinations;

namespace OpenAIImages.Decoders;

/// <summary>Passes a picture on to its destination while it is decoded.</summary>
/// <remarks>
/// <b>Memory.</b> One pooled buffer of 64 KiB. The destination is opened with the first bytes, since its name may
/// depend on the kind of file.
/// </remarks>
internal sealed class DestinationSink(ImageDestination destination, int index = 0) : ImageSink
{
    private const int BufferSize = 64 * 1024;

    private int _index = index;
    private byte[] _buffer = [];
    private int _used;
    private DestinationEntry? _entry;
    private ImageMediaType _mediaType;

    /// <summary>Gets what looks at the first bytes before the destination is opened, and throws where they are not
    /// wanted there.</summary>
    public Action<ImageMediaType, ReadOnlyMemory<byte>>? Check { get; init; }

    public override Span<byte> Room => _buffer.AsSpan(_used);

    /// <summary>Gets the same room, to be read into.</summary>
    public Memory<byte> RoomMemory => _buffer.AsMemory(_used);

    /// <summary>Gets whether another sink could take the place of this one.</summary>
    public bool CanStartOver => _entry is null || destination.CanStartOver;

    /// <summary>Begins a further picture, after one that was completed.</summary>
    /// <param name="next">Its place among the images of the call, from 0.</param>
    /// <returns>Itself, for use in an expression.</returns>
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
        var picture = new StoredImage(Length, _mediaType) { Entry = _entry };
        _entry = null;

        return picture;
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
                .OpenAsync(new ImageArrival(_index, _mediaType), cancellationToken)
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

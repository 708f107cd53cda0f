using System.Buffers.Binary;
using OpenAIImages.Bytes;
using OpenAIImages.Inputs;

namespace OpenAIImages.Masks;

/// <summary>The compressed data of a PNG, read from one chunk or several.</summary>
/// <param name="source">The source of the PNG.</param>
/// <param name="file">The PNG, after its header.</param>
internal sealed class PngDataStream(InputSource source, Stream file) : AsyncReadStream
{
    private const int ChunkHeaderLength = 8;
    private const int ChecksumLength = 4;

    private readonly byte[] _chunkHeader = new byte[ChunkHeaderLength];
    private readonly byte[] _skipped = new byte[4096];
    private long _leftInChunk;
    private bool _hasData;
    private bool _hasEnded;

    /// <summary>Skips bytes.</summary>
    /// <returns>Whether there were enough bytes.</returns>
    public async ValueTask<bool> SkipAsync(int count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            var read = await ReadAsync(_skipped.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            count -= read;
        }

        return true;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_leftInChunk == 0 && !_hasEnded)
        {
            await BeginChunkAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_hasEnded)
        {
            return 0;
        }

        var read = await source
            .ReadAsync(file, buffer.Slice(0, (int)Math.Min(buffer.Length, _leftInChunk)), cancellationToken)
            .ConfigureAwait(false);
        _leftInChunk -= read;
        _hasEnded = read == 0;

        return read;
    }

    // Chunks of data follow one another. Other chunks may come before them. Later chunks do not matter.
    private async ValueTask BeginChunkAsync(CancellationToken cancellationToken)
    {
        if (_hasData)
        {
            await SkipFileAsync(ChecksumLength, cancellationToken).ConfigureAwait(false);
        }

        if (await source.FillAsync(file, _chunkHeader, cancellationToken).ConfigureAwait(false) < _chunkHeader.Length)
        {
            _hasEnded = true;

            return;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(_chunkHeader);
        if (_chunkHeader.AsSpan(4).SequenceEqual("IDAT"u8))
        {
            (_leftInChunk, _hasData) = (length, true);
        }
        else if (_hasData)
        {
            _hasEnded = true;
        }
        else
        {
            await SkipFileAsync(length + (long)ChecksumLength, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask SkipFileAsync(long count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            var read = await source
                .ReadAsync(file, _skipped.AsMemory(0, (int)Math.Min(count, _skipped.Length)), cancellationToken)
                .ConfigureAwait(false);
            if (read == 0)
            {
                return;
            }

            count -= read;
        }
    }
}

using System.Buffers;
using System.Buffers.Text;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Rivals;

/// <summary>Reading and decoding alone: the work that every client must do.</summary>
/// <param name="body">The reply. The places of its pictures are known beforehand, so nothing is parsed.</param>
/// <param name="hasSmallReads">Whether the reply is read in small pieces.</param>
internal sealed class Floor(ReplyBody body, bool hasSmallReads)
{
    // A read of this size gives whole groups of four characters, if the network gives that much.
    private const int BufferLength = 64 * 1_024;

    private readonly byte[] _body = body.Bytes;
    private readonly byte[] _text = new byte[BufferLength];
    private readonly byte[] _bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(BufferLength)];

    private int _begin;
    private int _end;

    /// <summary>Decodes each picture to a new array.</summary>
    /// <param name="lengths">The lengths of the pictures.</param>
    public ReadOnlyMemory<byte>[] Get(int[] lengths)
    {
        using var stream = Open();
        var pictures = new ReadOnlyMemory<byte>[lengths.Length];
        long position = 0;
        for (var i = 0; i < lengths.Length; i++)
        {
            var picture = GC.AllocateUninitializedArray<byte>(lengths[i]);
            Skip(stream, body.Places[i].Start - position);
            var filled = 0;
            for (var left = body.Places[i].Length; left > 0;)
            {
                left -= Decode(stream, left, picture.AsSpan(filled), out var written);
                filled += written;
            }

            position = body.Places[i].Start + body.Places[i].Length;
            pictures[i] = picture;
        }

        Skip(stream, _body.Length - position);

        return pictures;
    }

    /// <summary>Decodes each picture into the same small buffer, and writes the buffer to a stream.</summary>
    public Sink Save(Sink destination)
    {
        using var stream = Open();
        destination.Empty();
        long position = 0;
        foreach (var place in body.Places)
        {
            Skip(stream, place.Start - position);
            for (var left = place.Length; left > 0;)
            {
                left -= Decode(stream, left, _bytes, out var written);
                destination.Write(_bytes.AsSpan(0, written));
            }

            position = place.Start + place.Length;
        }

        Skip(stream, _body.Length - position);

        return destination;
    }

    private Stream Open()
    {
        _begin = _end = 0;

        return CannedNetwork.Open(_body, hasSmallReads);
    }

    private void Skip(Stream stream, long count)
    {
        while (count > 0)
        {
            Fill(stream, atLeast: 1);
            var skipped = (int)Math.Min(count, _end - _begin);
            _begin += skipped;
            count -= skipped;
        }
    }

    // Decodes the text that has been read of one picture. The argument left is the number of characters still to come.
    private int Decode(Stream stream, int left, Span<byte> bytes, out int written)
    {
        Fill(stream, atLeast: 4);
        var text = _text.AsSpan(_begin, Math.Min(left, _end - _begin));
        var status = Base64.DecodeFromUtf8(text, bytes, out var consumed, out written, text.Length == left);
        if (status is not (OperationStatus.Done or OperationStatus.NeedMoreData) || consumed == 0)
        {
            throw new InvalidOperationException($"The picture cannot be decoded: {status}.");
        }

        _begin += consumed;

        return consumed;
    }

    private void Fill(Stream stream, int atLeast)
    {
        while (_end - _begin < atLeast)
        {
            _text.AsSpan(_begin, _end - _begin).CopyTo(_text);
            (_begin, _end) = (0, _end - _begin);
            var count = stream.Read(_text.AsSpan(_end));
            _end += count > 0 ? count : throw new EndOfStreamException();
        }
    }
}

namespace OpenAIImages.Painter.Formats;

/// <summary>The compression of GIF: LZW with codes of 9 to 12 bits, in blocks of up to 255 bytes.</summary>
internal static class GifCompression
{
    private const int MinimumBits = 8;
    private const int ClearCode = 1 << MinimumBits;
    private const int EndCode = ClearCode + 1;
    private const int MostCodes = 1 << 12;
    private const int HashSize = 5_003;

    /// <summary>Writes the image data of one frame: the size of the codes, the codes and the end mark.</summary>
    public static void Write(Stream file, ReadOnlySpan<byte> indexes)
    {
        file.WriteByte(MinimumBits);
        var bits = new BitWriter(file);
        // The known codes, by the code of their prefix and the next index.
        var keys = new int[HashSize];
        var codes = new int[HashSize];
        var (next, size) = (EndCode + 1, MinimumBits + 1);
        Array.Fill(keys, -1);
        bits.Write(ClearCode, size);
        int prefix = indexes[0];
        foreach (var index in indexes[1..])
        {
            var key = prefix << 8 | index;
            var slot = Slot(keys, key);
            if (keys[slot] == key)
            {
                prefix = codes[slot];
                continue;
            }

            bits.Write(prefix, size);
            prefix = index;
            if (next < MostCodes)
            {
                (keys[slot], codes[slot]) = (key, next);
                // The reader is one code behind. Codes get longer when the next code does not fit.
                size += next == 1 << size && size < 12 ? 1 : 0;
                next++;
            }
            else
            {
                bits.Write(ClearCode, size);
                Array.Fill(keys, -1);
                (next, size) = (EndCode + 1, MinimumBits + 1);
            }
        }

        bits.Write(prefix, size);
        bits.Write(EndCode, size);
        bits.Finish();
        file.WriteByte(0);
    }

    private static int Slot(int[] keys, int key)
    {
        var slot = (int)((uint)key * 2_654_435_761U % HashSize);
        while (keys[slot] != -1 && keys[slot] != key)
        {
            slot = slot + 1 == HashSize ? 0 : slot + 1;
        }

        return slot;
    }

    private sealed class BitWriter(Stream file)
    {
        private readonly byte[] _block = new byte[255];
        private uint _waiting;
        private int _count;
        private int _length;

        public void Write(int code, int size)
        {
            _waiting |= (uint)code << _count;
            _count += size;
            while (_count >= 8)
            {
                Put((byte)_waiting);
                _waiting >>= 8;
                _count -= 8;
            }
        }

        public void Finish()
        {
            if (_count > 0)
            {
                Put((byte)_waiting);
            }

            Flush();
        }

        private void Put(byte part)
        {
            _block[_length++] = part;
            if (_length == _block.Length)
            {
                Flush();
            }
        }

        private void Flush()
        {
            if (_length > 0)
            {
                file.WriteByte((byte)_length);
                file.Write(_block, 0, _length);
                _length = 0;
            }
        }
    }
}

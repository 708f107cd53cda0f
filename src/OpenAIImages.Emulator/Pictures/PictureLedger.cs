using System.Numerics;
using System.Runtime.InteropServices;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>Remembers the model and the time of each picture of this service.</summary>
/// <remarks>Safe for concurrent use. The key of a picture is its length and the CRC-32C of its bytes. The sum takes a
/// tenth of the time of a cryptographic digest, and a test does not forge pictures. The ledger remembers the last
/// hundred thousand pictures.</remarks>
internal sealed class PictureLedger(TimeProvider time)
{
    private const int Most = 100_000;

    private readonly object _lock = new();
    private readonly Dictionary<(int Length, uint Sum), (string Model, DateTimeOffset Made)> _made = [];
    private readonly Queue<(int Length, uint Sum)> _byAge = new();

    public void Add(Picture picture, string model)
    {
        var key = KeyOf(picture.Bytes.Span);
        lock (_lock)
        {
            if (!_made.TryAdd(key, (model, time.GetUtcNow())))
            {
                return;
            }

            _byAge.Enqueue(key);
            if (_byAge.Count > Most)
            {
                _made.Remove(_byAge.Dequeue());
            }
        }
    }

    /// <returns>The model that made the file, and the time; <see langword="null"/> when this service did not make it.
    /// </returns>
    public (string Model, DateTimeOffset Made)? Find(ReadOnlySpan<byte> file)
    {
        var key = KeyOf(file);
        lock (_lock)
        {
            return _made.TryGetValue(key, out var found) ? found : null;
        }
    }

    private static (int Length, uint Sum) KeyOf(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, rest);
        }

        return (bytes.Length, sum);
    }
}

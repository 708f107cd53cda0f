using System.Text;

namespace OpenAIImages.Fuzz;

/// <summary>Makes a new input from old ones: from their bytes, from pieces between brackets and line ends, and from
/// known words.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, IReadOnlyList<string> dictionary, Random random)
{
    private const int Longest = 8 * 1024;
    private const int LongestOfAll = 200 * 1024;

    private static readonly byte[] Boundaries = [.. "{}[],:\"\n\r ;-="u8];
    private static readonly byte[] Telling = [.. "\0\"\\{}[]:,=/+-_ \r\n\t"u8, 0x7F, 0x80, 0xC3, 0xED, 0xFF];

    public byte[] Next()
    {
        List<byte> bytes = [.. Any(corpus)];
        for (var rounds = random.Next(1, 6); rounds > 0; rounds--)
        {
            Mutate(bytes);
        }

        // Some inputs are longer than the receive buffer.
        if (random.Next(400) == 0 && bytes.Count > 0)
        {
            var (start, length) = Piece(bytes);
            var piece = bytes.GetRange(start, length);
            for (var copies = LongestOfAll / 2 / Math.Max(1, length); copies > 0; copies--)
            {
                bytes.InsertRange(start, piece);
                copies -= random.Next(4) == 0 ? copies / 2 : 0;
            }
        }
        else if (bytes.Count > Longest)
        {
            bytes.RemoveRange(Longest, bytes.Count - Longest);
        }

        return [.. bytes];
    }

    private void Mutate(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var (start, length) = Piece(bytes);
        switch (random.Next(14))
        {
            case 0 when at < bytes.Count: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
            case 2 when at < bytes.Count: bytes[at] = Any(Telling); break;
            case 3: bytes.Insert(at, Any(Telling)); break;
            case 4: bytes.InsertRange(at, Word()); break;
            case 5: bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at)); break;
            case 6: bytes.RemoveRange(at, bytes.Count - at); break;
            case 7: bytes.RemoveRange(start, length); break;
            case 8: bytes.InsertRange(start, bytes.GetRange(start, length)); break;
            case 9:
                bytes.RemoveRange(start, length);
                bytes.InsertRange(start, Word());
                break;
            case 10:
                var moved = bytes.GetRange(start, length);
                bytes.RemoveRange(start, length);
                bytes.InsertRange(random.Next(bytes.Count + 1), moved);
                break;
            case 11: Splice(bytes, start, length); break;
            case 12 when at < bytes.Count: Escape(bytes, at); break;
            default: bytes.InsertRange(start, Word()); break;
        }
    }

    // Takes the bytes from one boundary to a later one: a value, a member, a line, an event or a part.
    private (int Start, int Length) Piece(List<byte> bytes)
    {
        var start = NextBoundary(bytes, random.Next(bytes.Count + 1));
        var end = start;
        for (var boundaries = random.Next(1, 12); boundaries > 0; boundaries--)
        {
            end = NextBoundary(bytes, Math.Min(end + 1, bytes.Count));
        }

        return (start, end - start);
    }

    private void Splice(List<byte> bytes, int start, int length)
    {
        List<byte> other = [.. Any(corpus)];
        var (from, count) = Piece(other);
        bytes.RemoveRange(start, random.Next(2) == 0 ? length : 0);
        bytes.InsertRange(start, other.GetRange(from, count));
    }

    private static void Escape(List<byte> bytes, int at)
    {
        var escape = Encoding.ASCII.GetBytes($"\\u{bytes[at]:X4}");
        bytes.RemoveAt(at);
        bytes.InsertRange(at, escape);
    }

    private static int NextBoundary(List<byte> bytes, int from)
    {
        while (from < bytes.Count && Array.IndexOf(Boundaries, bytes[from]) < 0)
        {
            from++;
        }

        return from;
    }

    private byte[] Word() => Encoding.UTF8.GetBytes(Any(dictionary));

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}

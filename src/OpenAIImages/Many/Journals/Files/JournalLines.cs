using System.Runtime.CompilerServices;

namespace OpenAIImages.Many.Journals;

/// <summary>Reads a journal line by line. The longest line determines the memory.</summary>
internal static class JournalLines
{
    /// <summary>The length of the longest line. A record with ten paths is far shorter.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const byte LineFeed = (byte)'\n';

    /// <summary>Reads the lines from the beginning of a stream.</summary>
    /// <exception cref="ImageJournalException">A line is too long.</exception>
    public static async IAsyncEnumerable<JournalLine> ReadAsync(
        Stream stream, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var (start, searched, end) = (0, 0, 0);
        var (number, offset) = (1, 0L);
        while (true)
        {
            var found = Array.IndexOf(buffer, LineFeed, searched, end - searched);
            if (found >= 0)
            {
                var length = found - start;
                offset += length + 1;
                yield return new(number++, buffer.AsMemory(start, length), offset, IsWhole: true);
                (start, searched) = (found + 1, found + 1);
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            searched = end;
            if (end > MaxBytes)
            {
                throw ImageJournalException.BrokenLine(path, number, $"It is longer than {MaxBytes} bytes.");
            }

            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }

            var read = await stream
                .ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (end > 0)
        {
            yield return new(number, buffer.AsMemory(0, end), offset + end, IsWhole: false);
        }
    }
}

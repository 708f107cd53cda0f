using System.Runtime.CompilerServices;

namespace OpenAIImages.Emulator.Batches;

/// <summary>Splits a file into its lines.</summary>
/// <remarks><b>Memory.</b> The longest line, in one buffer that all lines share.</remarks>
internal static class JsonLines
{
    private const int FirstPiece = 64 * 1_024;

    /// <returns>The lines that are not blank, each with its number from 1 on. The bytes of a line are valid until the
    /// caller asks for the next line.</returns>
    public static async IAsyncEnumerable<(int Number, ReadOnlyMemory<byte> Bytes)> ReadAsync(
        Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[FirstPiece];
        var (start, searched, end, number) = (0, 0, 0, 0);
        while (true)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = buffer.AsMemory(start, searched + found - start);
                (start, searched) = (searched + found + 1, searched + found + 1);
                number++;
                if (!IsBlank(line.Span))
                {
                    yield return (number, line);
                }

                continue;
            }

            searched = end;
            (buffer, start, searched, end) = MakeRoom(buffer, start, end);
            var read = await file.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (!IsBlank(buffer.AsSpan(start, end - start)))
        {
            yield return (number + 1, buffer.AsMemory(start, end - start));
        }
    }

    // The begun line moves to the front. A line longer than half the buffer gets a buffer of twice the length.
    private static (byte[] Buffer, int Start, int Searched, int End) MakeRoom(byte[] buffer, int start, int end)
    {
        if (end < buffer.Length)
        {
            return (buffer, start, end, end);
        }

        var left = buffer.AsSpan(start, end - start);
        var next = left.Length > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        left.CopyTo(next);

        return (next, 0, left.Length, left.Length);
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}

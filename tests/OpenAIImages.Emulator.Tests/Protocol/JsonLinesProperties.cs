using System.Text;
using CsCheck;
using OpenAIImages.Emulator.Batches;

namespace OpenAIImages.Emulator.Tests.Protocol;

/// <summary>Lines of any length are read from a file in pieces of any length.</summary>
public sealed class JsonLinesProperties
{
    private static readonly Gen<string> Line =
        Gen.Frequency(
            (4, Gen.String[Gen.Char["abc{}\"é"], 0, 20]),
            (2, Gen.Const("")),
            (1, Gen.Const(" \t\r")),
            (1, Gen.Int[60_000, 140_000].Select(length => new string('x', length))));

    [Fact]
    public async Task Lines_equal_those_of_a_plain_split_with_any_pieces()
        => await Gen.Select(Line.List[0, 12], Gen.Int[1, 200_000], Gen.Bool).SampleAsync(async sample =>
        {
            var (lines, piece, endsWithBreak) = sample;
            var text = string.Join('\n', lines) + (endsWithBreak ? "\n" : "");
            var expected = text.Split('\n')
                .Select((line, index) => (index + 1, line))
                .Where(one => one.line.Any(sign => sign is not (' ' or '\t' or '\r')))
                .ToList();

            var read = new List<(int, string)>();
            await using var file = new Pieces(Encoding.UTF8.GetBytes(text), piece);
            await foreach (var (number, bytes) in JsonLines.ReadAsync(file, TestContext.Current.CancellationToken))
            {
                read.Add((number, Encoding.UTF8.GetString(bytes.Span)));
            }

            Assert.Equal(expected, read);
        }, iter: 200);

    /// <summary>A stream that returns at most a given number of bytes at once.</summary>
    private sealed class Pieces(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }
}

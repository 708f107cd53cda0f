using System.Text;
using CsCheck;
using OpenAIImages.Decoders;
using OpenAIImages.Jobs;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Jobs.Lines;

public sealed class LineBufferTests
{
    private static readonly Gen<string> Line =
        Gen.Frequency((6, Gen.String[Gen.Char["ab {}\"\r\t"], 0, 40]), (1, Gen.Const("")), (1, Gen.Const(" \r")));

    [Fact]
    public async Task Lines_are_the_same_however_the_bytes_arrive()
        => await Gen.Select(Line.Array[0, 8], Gen.Int[1, 30].Array[1, 6], Gen.Bool)
            .SampleAsync(async (lines, pieces, endsWithBreak) =>
            {
                var text = string.Join('\n', lines) + (endsWithBreak ? "\n" : "");
                using var body = new ByteWindow(
                    new PiecewiseStream(Encoding.UTF8.GetBytes(text), pieces), long.MaxValue);
                var buffer = new LineBuffer(body, maxLineBytes: 1_000);
                var read = new List<string>();
                while (await buffer.NextLineAsync(CancellationToken.None))
                {
                    read.Add(await ReadAsync(buffer));
                }

                Assert.Equal(
                    text.Split('\n').Select(line => line.TrimStart()).Where(line => line.Length > 0), read);
            });

    [Fact]
    public async Task A_line_that_is_not_read_to_its_end_is_skipped()
    {
        using var body = new ByteWindow(
            new PiecewiseStream("first line\nsecond\n"u8.ToArray(), [3]), long.MaxValue);
        var buffer = new LineBuffer(body, maxLineBytes: 1_000);

        await buffer.NextLineAsync(CancellationToken.None);
        buffer.Consume(2);
        await buffer.NextLineAsync(CancellationToken.None);

        Assert.Equal("second", await ReadAsync(buffer));
        Assert.Equal(2, buffer.Number);
        Assert.False(await buffer.NextLineAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_line_beyond_its_limit_is_refused_and_the_next_one_can_be_read()
    {
        using var body = new ByteWindow(
            new PiecewiseStream(Encoding.UTF8.GetBytes(new string('x', 50) + "\nshort\n"), [7]), long.MaxValue);
        var buffer = new LineBuffer(body, maxLineBytes: 20);

        await buffer.NextLineAsync(CancellationToken.None);
        await Assert.ThrowsAsync<ImageDecodeException>(() => ReadAsync(buffer));
        await buffer.NextLineAsync(CancellationToken.None);

        Assert.Equal("short", await ReadAsync(buffer));
    }

    private static async Task<string> ReadAsync(LineBuffer buffer)
    {
        while (!buffer.IsComplete)
        {
            await buffer.FillAsync(CancellationToken.None);
        }

        return Encoding.UTF8.GetString(buffer.Unread);
    }
}

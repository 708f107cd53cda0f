using CsCheck;
using OpenAIImages.Decoders;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

public sealed class ByteWindowTests
{
    private const int Anything = int.MaxValue;

    private static readonly Gen<int[]> Pieces = Gen.OneOf(
        Gen.Const(Array.Empty<int>()), Gen.Int[1, 70].Array[1, 5], Gen.Int[1_000, 90_000].Array[1, 5]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Duration", "Long")]
    public async Task Reading_ahead_finds_the_quote_and_changes_nothing()
        => await Gen.Select(Gen.Int[0, 400_000], Gen.Int[0, 200_000], Pieces, Gen.Int[1, 40_000])
            .SampleAsync(async (before, behind, pieces, step) =>
            {
                var body = Body(before, '"', behind);
                using var buffer = new ByteWindow(new PiecewiseStream(body, pieces), long.MaxValue);

                var found = await buffer.FindQuoteAsync(Anything, Token);

                Assert.Equal(before, found);
                Assert.Equal(body, await ReadAsync(buffer, step));
            }, iter: 100);

    [Theory]
    [InlineData('\\')]
    [InlineData('\n')]
    public async Task Reading_ahead_stops_at_a_backslash_or_a_line_break(char character)
    {
        var body = Body(150_000, character, 10);
        using var buffer = new ByteWindow(new PiecewiseStream(body, [1_000]), long.MaxValue);

        var found = await buffer.FindQuoteAsync(Anything, Token);

        Assert.Null(found);
        Assert.Equal(body, await ReadAsync(buffer, 5_000));
    }

    [Fact]
    public async Task Reading_ahead_finds_no_quote_in_a_body_without_one()
    {
        var body = Body(150_000, 'A', 0);
        using var buffer = new ByteWindow(new PiecewiseStream(body, []), long.MaxValue);

        var found = await buffer.FindQuoteAsync(Anything, Token);

        Assert.Null(found);
        Assert.Equal(body, await ReadAsync(buffer, 5_000));
    }

    [Fact]
    public async Task Reading_ahead_stops_at_its_limit()
    {
        var endless = EndlessStream.Of("", "A");
        using var buffer = new ByteWindow(endless, long.MaxValue);

        Assert.Null(await buffer.FindQuoteAsync(1_000_000, Token));
        Assert.InRange(endless.Sent, 1_000_000, 2_200_000);
    }

    [Fact]
    public async Task Bytes_that_are_read_ahead_count_against_the_limit_of_the_reply()
    {
        using var buffer = new ByteWindow(EndlessStream.Of("", "A"), limit: 100_000);

        await Assert.ThrowsAsync<ImageDecodeException>(() => buffer.FindQuoteAsync(Anything, Token).AsTask());
    }

    [Fact]
    public async Task A_quote_that_has_arrived_is_found_without_more_bytes()
    {
        using var source = new DrippingStream();
        using var buffer = new ByteWindow(source, long.MaxValue);

        source.Drip(new string('A', 100_000));
        var finding = buffer.FindQuoteAsync(Anything, Token).AsTask();
        source.Drip("AA\"");

        Assert.Equal(100_002, await finding);
    }

    // Makes a text whose neighbouring bytes differ, with one special character in it.
    private static byte[] Body(int before, char character, int behind)
    {
        var body = new byte[before + 1 + behind];
        for (var i = 0; i < body.Length; i++)
        {
            body[i] = (byte)('a' + (i % 26));
        }

        body[before] = (byte)character;

        return body;
    }

    private static async Task<byte[]> ReadAsync(ReplyBuffer buffer, int step)
    {
        var all = new MemoryStream();
        while (true)
        {
            await buffer.FillToAsync(step, Token);
            if (buffer.Unread.IsEmpty)
            {
                return all.ToArray();
            }

            var count = Math.Min(step, buffer.Unread.Length);
            all.Write(buffer.Unread[..count]);
            buffer.Consume(count);
        }
    }
}

using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

/// <summary>A stream gives the same events with every kind of line end and with its bytes split anywhere.</summary>
[Trait("Duration", "Long")]
public sealed class EventStreamPropertyTests
{
    private static readonly Gen<int[]> Pieces = Gen.OneOf(
        Gen.Const(Array.Empty<int>()), Gen.Int[1, 9].Array[1, 5], Gen.Int[1, 3_000].Array[1, 5]);

    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    private static readonly Gen<byte[]> Picture = Gen.OneOf(Gen.Byte.Array[1, 40], Gen.Byte.Array[60_000, 140_000]);

    [Fact]
    public async Task Events_are_the_same_with_any_split_and_any_line_end()
        => await Gen.Select(Picture, Picture, Pieces, Gen.Int[0, 2].Array[1, 8], Gen.Bool, Gen.Bool)
            .SampleAsync(async (first, second, pieces, ends, comments, bom) =>
            {
                var (partial, completed) = (Convert.ToBase64String(first), Convert.ToBase64String(second));
                var stream = new StringBuilder(bom ? "\uFEFF" : "");
                var (line, end) = (0, "");
                foreach (var text in (Streaming.Partial(partial) + Streaming.Completed(completed)).Split('\n'))
                {
                    // A CR before an empty line that ends in LF would be read as one CRLF.
                    var next = LineEnds[ends[line++ % ends.Length]];
                    end = end == "\r" && next == "\n" ? end : next;
                    stream.Append(comments ? ": a comment" + end : "").Append(text).Append(end);
                }

                var events = await Streaming.DecodeAsync(stream.ToString(), pieces);

                Assert.Equal([$"partial 0 {partial}", $"completed {completed}"], Streaming.Describe(events));
            }, iter: 100);

    [Fact]
    public async Task Members_are_read_in_any_order_over_several_lines_with_escapes()
    {
        var members = JsonNode.Parse(
            """
            {"type":"image_edit.completed","b64_json":"+/+/+/8=","created_at":1,"size":"1024x1024",
             "usage":{},"x":[1,{}]}
            """)!.AsObject();

        await Gen.Select(Gen.Shuffle(members.Select(member => member.Key).ToArray()), Pieces, Gen.Bool, Gen.Bool)
            .SampleAsync(async (order, pieces, indented, named) =>
            {
                var shuffled = new JsonObject(
                    order.Select(name => KeyValuePair.Create(name, members[name]?.DeepClone())));
                var json = shuffled.ToJsonString(new() { WriteIndented = indented })
                    .Replace("/", "\\/", StringComparison.Ordinal)
                    .ReplaceLineEndings("\ndata: ");

                var events = await Streaming.DecodeAsync(
                    Streaming.Event(named ? "image_edit.completed" : null, json), pieces);

                var completed = Assert.IsType<CompletedImageEvent>(Assert.Single(events));
                Assert.Equal(Convert.FromBase64String("+/+/+/8="), completed.Image.Bytes.ToArray());
                Assert.Equal(ImageSize.Square, completed.Size);
                Assert.Equal(["x"], completed.Extra.Keys);
            }, iter: 300);
    }

    [Fact]
    public async Task A_stream_cut_short_anywhere_is_an_error_or_a_clean_end()
    {
        var partial = Encoding.UTF8.GetBytes(Streaming.Partial("QUFBQUFB"));
        var completed = Encoding.UTF8.GetBytes(Streaming.Completed("QUJDQUJD"));
        byte[] whole = [.. partial, .. completed, .. completed];

        // An event is complete at its last brace, and a stream may end between two events.
        for (var length = 0; length <= whole.Length; length++)
        {
            var body = new PiecewiseStream(whole[..length], [23]);
            var behind = length - partial.Length - completed.Length;
            if (behind is >= -2 and <= 38 || length >= whole.Length - 2)
            {
                Assert.InRange((await Streaming.DecodeAsync(body)).Count, 2, 3);
            }
            else
            {
                await Assert.ThrowsAsync<ImageDecodeException>(() => Streaming.DecodeAsync(body));
            }
        }
    }
}

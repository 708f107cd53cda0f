using System.Text;
using CsCheck;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Jobs.Lines;

/// <summary>A file of results gives the same results, however its bytes arrive.</summary>
public sealed class ResultLinesPropertyTests
{
    private static readonly ImageBatch Ended = new("batch_1", ImageBatchStatus.Completed) { OutputFileId = "file-out" };

    private static readonly string[] Odd =
    [
        "", "{}", "[]", "null",
        "{\"custom_id\":\"cut\",\"response\":{\"status_code\":200,\"body\":{\"data\":[{\"b64_js",
        """{"custom_id":"late","response":{"body":{"data":[{"b64_json":"iVBORw=="}]}},"more":[{"a":1}]}""",
    ];

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 700]).Select((id, length) => ResultLines.Done(
            $"{id}", Bodies.Picture(length + 8, id))),
        Gen.Int[0, 99].Select(id => ResultLines.Done($"{id}", Bodies.Picture(50), Bodies.Picture(60))),
        Gen.Int[0, 99].Select(id => ResultLines.Refused($"{id}", 400, """{"message":"No \"\u00e9\".","code":"x"}""")),
        Gen.Int[0, 99].Select(id => ResultLines.NotMade($"{id}", "batch_expired")),
        Gen.OneOf(Odd.Select(Gen.Const).ToArray()));

    [Fact]
    public async Task Results_are_the_same_however_the_bytes_arrive()
        => await Gen.Select(Line.Array[0, 6], Gen.Int[1, 900].Array[1, 8], Gen.Int[1, 900].Array[0, 3], Gen.Bool)
            .SampleAsync(
                async (lines, pieces, cuts, knowsRanges) =>
                {
                    var file = Encoding.UTF8.GetBytes(string.Join('\n', lines));

                    var whole = await ReadAsync(file, [file.Length + 1], [], knowsRanges: true);
                    var split = await ReadAsync(file, pieces, cuts, knowsRanges);

                    Assert.Equal(lines.Count(line => line.Length > 0), whole.Length);
                    Assert.Equal(whole, split);
                },
                iter: 300);

    [Fact]
    public async Task Any_beginning_of_a_file_gives_the_results_before_its_end()
        => await Gen.Select(Line.Array[1, 4], Gen.Double[0, 1])
            .SampleAsync(
                async (lines, place) =>
                {
                    var file = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
                    var cut = file[..(int)(place * file.Length)];
                    var complete = cut.Count(one => one == '\n');

                    var whole = await ReadAsync(file, [1_000], [], knowsRanges: true);
                    var part = await ReadAsync(cut, [1_000], [], knowsRanges: true);

                    var before = lines.Take(complete).Count(line => line.Length > 0);
                    Assert.Equal(whole.Take(before), part.Take(before));
                    Assert.InRange(part.Length, before, before + 1);
                },
                iter: 300);

    private static async Task<string[]> ReadAsync(byte[] file, int[] pieces, int[] cuts, bool knowsRanges)
    {
        using var service = new JobService { KnowsRanges = knowsRanges, Pieces = pieces };
        var at = 0;
        foreach (var cut in cuts)
        {
            // Each connection delivers some bytes, so that the reader does not give up.
            at = knowsRanges ? cut : at + cut;
            service.Cuts.Enqueue(at);
        }

        service.Content["file-out"] = file;
        var clock = new WaitingClock();
        using var batches = service.BatchClient(options => options.TimeProvider = clock);
        var results = await clock.RunAsync(
            batches.ReadResultsAsync(Ended, cancellationToken: CancellationToken.None).ToListAsync().AsTask());

        return [.. results.Select(Describe)];
    }

    private static string Describe(ImageBatchResult result)
        => $"{result.Line} {result.Id} {result.Exception?.GetType().Name} {result.Exception?.Message} " +
            string.Join(' ', result.Images.Select(image => Convert.ToHexString(image.Bytes.Span)));
}

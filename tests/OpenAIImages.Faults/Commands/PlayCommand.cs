using System.Collections.Concurrent;
using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Leaks;
using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Commands;

/// <summary>Plays scripts of any seeds and prints the promises that the client broke.</summary>
internal static class PlayCommand
{
    private const int AtOnce = 24;

    public static async Task<int> RunAsync(int first, int count)
    {
        await using var stranger = new Stranger();
        var writer = new ScriptWriter(new FaultBook(Secrets.Key, stranger.Address), Enum.GetValues<Operation>());
        var run = new ScriptRun(new OurCaller(), watchdog: TimeSpan.FromSeconds(90));
        using var traces = new Traces();
        var (broken, leaking) = (0, 0);
        var pictures = new ConcurrentBag<byte[]>();
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (seed, _) =>
            {
                var report = await run.PlayAsync(writer.Write(seed));
                Interlocked.Add(ref leaking, Judge.OfSecrets(report).Any() ? 1 : 0);
                foreach (var picture in report.Script.Order.Pictures)
                {
                    pictures.Add(picture);
                }

                foreach (var breach in Judge.Breaches(report))
                {
                    Interlocked.Increment(ref broken);
                    Console.WriteLine($"{report.Script}{Environment.NewLine}    {breach}");
                }
            });
        foreach (var breach in Secrets.FindIn(traces.Text, pictures))
        {
            broken++;
            Console.WriteLine($"In a span: {breach}");
        }

        Console.WriteLine($"{leaking} scripts let a secret out in a message, a cause or a log");
        Console.WriteLine($"{count} scripts, {broken} promises broken, {stranger.Visitors} visits to a stranger");

        return broken + stranger.Visitors == 0 ? 0 : 1;
    }
}

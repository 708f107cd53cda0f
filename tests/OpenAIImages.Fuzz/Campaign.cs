using System.Collections.Concurrent;
using OpenAIImages.Fuzz.Targets;

namespace OpenAIImages.Fuzz;

/// <summary>Makes many inputs from a corpus and gives each to a parser.</summary>
/// <remarks>An input depends only on the seed and on its number, so that anyone can make it again.</remarks>
internal static class Campaign
{
    private const int MostFindings = 20;
    private const int ShownOfReason = 2_000;

    // A parser reads an input in microseconds. One that takes this long hangs, even on a busy machine.
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(20);

    /// <summary>Tries a number of inputs on all processors.</summary>
    /// <param name="target">The parser to try.</param>
    /// <param name="count">The number of inputs.</param>
    /// <param name="seed">The seed of the inputs.</param>
    /// <param name="hangs">Called with an input that the parser does not finish.</param>
    /// <returns>One input for each way in which the parser broke a promise.</returns>
    public static IReadOnlyList<Finding> Run(
        IFuzzTarget target, int count, int seed, Action<int, byte[]> hangs)
    {
        var findings = new ConcurrentDictionary<string, Finding>();
        var next = -1;
        var workers = new Worker[Environment.ProcessorCount];
        using var watch = new Timer(_ => Watch(workers, hangs), null, LongestTime, LongestTime);
        var threads = workers.Select((_, place) => new Thread(() =>
        {
            for (var index = Interlocked.Increment(ref next);
                index < count && findings.Count < MostFindings;
                index = Interlocked.Increment(ref next))
            {
                var (input, choices) = Make(target, seed, index);
                workers[place] = new Worker(index, input, DateTime.UtcNow);
                if (Try(target, input, choices) is { } thrown)
                {
                    findings.TryAdd(KindOf(thrown), new Finding(index, input, Shorten(thrown.ToString())));
                }
            }

            workers[place] = default;
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        return [.. findings.Values.OrderBy(finding => finding.Index)];
    }

    /// <summary>Makes one input, and the random source for the choices of its check.</summary>
    public static (byte[] Input, Random Choices) Make(IFuzzTarget target, int seed, int index)
    {
        var random = new Random(unchecked((seed * 1_000_003) + index));

        return (new Mutator(Corpus.Of(target.Name), target.Dictionary, random).Next(), random);
    }

    private static Exception? Try(IFuzzTarget target, byte[] input, Random choices)
    {
        try
        {
            // The parser changes its input: it cleans base64 in place.
            target.Check([.. input], choices);

            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    // Exceptions of one type from one place are one finding, however many inputs cause them.
    private static string KindOf(Exception e)
        => e is BrokenPromiseException
            ? e.Message.Split('\n')[0]
            : e.GetType() + string.Concat(e.StackTrace?.Split('\n').Take(3) ?? []);

    private static string Shorten(string text) => text.Length <= ShownOfReason ? text : text[..ShownOfReason];

    private static void Watch(Worker[] workers, Action<int, byte[]> hangs)
    {
        foreach (var (index, input, began) in workers)
        {
            if (input is not null && DateTime.UtcNow - began > LongestTime)
            {
                hangs(index, input);
            }
        }
    }

    private readonly record struct Worker(int Index, byte[] Input, DateTime Began);
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Commands;

/// <summary>Plays the same scripts with this client and with OpenAI's own, and writes the outcomes of both.</summary>
internal static class CompareCommand
{
    private const int AtOnce = 64;
    private const int DefaultRetries = 2;

    private static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(60);

    // The calls that both clients have.
    private static readonly Operation[] Operations = [Operation.Generate, Operation.GenerateToFiles, Operation.Edit];

    public static async Task<int> RunAsync(int first, int count, string path)
    {
        await using var stranger = new Stranger();
        var writer = new ScriptWriter(new FaultBook(Secrets.Key, stranger.Address), Operations) { Cancels = false };
        var scripts = Enumerable.Range(first, count)
            .Select(seed => writer.Write(seed) with { MaxRetries = DefaultRetries })
            .ToArray();
        var ours = await PlayAsync(scripts, new OurCaller());
        Console.WriteLine($"{ours.Right} right, {ours.Hung} hung");
        var official = await PlayAsync(scripts, new OfficialCaller());
        Console.WriteLine($"{official.Right} right, {official.Hung} hung");
        await File.WriteAllTextAsync(path, Describe(first, ours, official));

        return 0;
    }

    private static async Task<Tally> PlayAsync(FaultScript[] scripts, ICaller caller)
    {
        var run = new ScriptRun(caller, Watchdog);
        var reports = new ConcurrentBag<ScriptReport>();
        await Parallel.ForEachAsync(
            scripts,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (script, _) => reports.Add(await run.PlayAsync(script)));

        return new Tally(reports);
    }

    private static string Describe(int first, Tally ours, Tally official)
    {
        var count = ours.Reports.Count;
        var last = first + count - 1;
        var text = new StringBuilder(
            $"""
            # The same faults, two clients

            Written on {DateTime.UtcNow:yyyy-MM-dd} by
            `dotnet run -c Release --project tests/OpenAIImages.Faults -- compare {first} {count} docs/faults.md`;
            {Environment.ProcessorCount} cores, {AtOnce} calls at once.

            - **Scripts.** {count} of them, seeds {first} to {last}. Each is one call (generate, generate to files,
              edit) and the faults that its attempts meet, on real sockets of this machine.
            - **Options.** The defaults of both libraries, but for the time limits: 1 second where a script is about
              silence, a minute elsewhere, in real time for both. Our clock runs ten times as fast, so our waits between
              attempts are a tenth; the clock of `OpenAI` cannot be set. So compare whether calls end, not when.
            - **Paid** is a picture as soon as the service has the whole request, unless its status says that it did not
              begin. A client that asks again for a lost reply gets its picture and pays for two. It counts in the
              line "right" and in the line "more than once".

            | | OpenAIImages | `OpenAI` 2.15.0 |
            |---|---:|---:|

            """);
        Row("calls", tally => tally.Reports.Count);
        Row("ended with the right pictures", tally => tally.Right);
        Row("ended with an exception of the library's own", tally => tally.TypedErrors);
        Row("ended with another exception", tally => tally.OtherErrors);
        Row("ended well with pictures that are wrong or missing", tally => tally.WrongPictures);
        Row($"hung, after {Watchdog.TotalSeconds} seconds", tally => tally.Hung);
        Row("longest call that ended, seconds", tally => (int)Math.Ceiling(tally.Longest.TotalSeconds));
        Row("calls paid for more than once, unasked", tally => tally.CallsPaidAgain);
        Row("pictures paid for and never wanted", tally => tally.PicturesPaidAgain);
        Row("attempts", tally => tally.Attempts);
        Row("calls that let the key, the prompt or a piece of a picture out", tally => tally.ShowingSecrets);
        Row("half-written files", tally => tally.HalfFiles);
        Row("calls that left a connection open", tally => tally.LeftOpen);
        Exceptions("OpenAIImages", ours);
        Exceptions("`OpenAI` 2.15.0", official);

        return text.ToString();

        void Row(string name, Func<Tally, int> figure) => text.Append(
            CultureInfo.InvariantCulture, $"| {name} | {figure(ours)} | {figure(official)} |\n");

        void Exceptions(string name, Tally tally)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## What {name} threw\n\n");
            text.Append("| Type | Times | For example |\n|---|---:|---|\n");
            foreach (var (type, times, message) in tally.Errors)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{type}` | {times} | {OneLine(message)} |\n");
            }
        }
    }

    private static string OneLine(string message)
    {
        const int longest = 160;
        var line = message.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(Secrets.Key, "(the key)", StringComparison.Ordinal);

        return line.Length > longest ? line[..longest] + "…" : line;
    }
}

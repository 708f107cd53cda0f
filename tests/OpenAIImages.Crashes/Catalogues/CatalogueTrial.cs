using System.Globalization;
using OpenAIImages.Emulator;

namespace OpenAIImages.Crashes.Catalogues;

/// <summary>Kills samples/Catalogue at random moments, continues it, and compares the disk, the journal and the
/// purchases.</summary>
/// <param name="program">The program.</param>
/// <param name="products">The number of products.</param>
/// <param name="kills">The number of kills.</param>
/// <param name="seed">The seed of the random moments.</param>
internal sealed class CatalogueTrial(string program, int products, int kills, int seed)
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(300);

    private readonly Random _random = new(seed);
    private readonly Verdict _verdict = new();

    public async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("catalogue-kill-").FullName;
        await using var emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions
        {
            Latency = Latency,
            MaxPictureEdge = 256,
            MaxReceived = 100_000,
        });
        var purchases = new Purchases(emulator);
        try
        {
            Console.WriteLine($"{products} products, killed {kills} times, seed {seed}");
            Console.WriteLine();
            Console.WriteLine(
                "| run | ended by | paid calls so far | done in the journal | pictures | possibly billed |");
            Console.WriteLine("|---:|---|---:|---:|---:|---:|");
            for (var run = 1; run <= kills; run++)
            {
                await KillAsync(run, emulator.Endpoint, purchases, folder);
            }

            var careful = await RunToEndAsync(kills + 1, "itself", emulator.Endpoint, purchases, folder);
            var first = await CatalogueState.ReadAsync(folder);
            var paid = purchases.Count;
            var twice = purchases.Twice;
            var asked = await RunToEndAsync(
                kills + 2, "itself, --repeat-unknown", emulator.Endpoint, purchases, folder, "--repeat-unknown");
            var last = await CatalogueState.ReadAsync(folder);

            Console.WriteLine();
            Judge(careful, first, paid, twice);
            JudgeRepeated(asked, first, last, purchases);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return _verdict.Status;
    }

    // The kill comes at a random moment in this run's share of the work, while calls are under way.
    private async Task KillAsync(int run, Uri service, Purchases purchases, string folder)
    {
        using var catalogue = ChildProcess.Start(program, service, Arguments(folder));
        var share = (run - 1 + _random.NextDouble()) / (kills + 1);
        await purchases.WaitAsync(Math.Max(purchases.Count + 1, (int)(share * products)), catalogue);
        await Task.Delay(_random.NextDouble() * 2 * Latency);
        var wasAlive = catalogue.IsAlive;
        var after = catalogue.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        await catalogue.KillAsync();
        await WriteRowAsync(run, wasAlive ? $"SIGKILL after {after} s" : "ITSELF", purchases, folder);
        if (!wasAlive)
        {
            _verdict.Check($"Run {run} is killed before it ends", held: false, catalogue.Output);
        }
    }

    private async Task<ChildProcess> RunToEndAsync(
        int run, string how, Uri service, Purchases purchases, string folder, params string[] more)
    {
        var catalogue = await ChildProcess.RunAsync(program, service, [.. Arguments(folder), .. more]);
        await WriteRowAsync(run, how, purchases, folder);

        return catalogue;
    }

    private IEnumerable<string> Arguments(string folder) =>
    [
        "--folder", folder,
        "--limit", products.ToString(CultureInfo.InvariantCulture),
        "--prompt", "{id}: a {colour} {material} {name} on a white background",
        "--name", "{id}",
    ];

    private static async Task WriteRowAsync(int run, string how, Purchases purchases, string folder)
    {
        var state = await CatalogueState.ReadAsync(folder);
        Console.WriteLine(
            $"| {run} | {how} | {purchases.Count} | {state.Done.Count} | {state.Pictures.Count} | " +
            $"{state.Unknown.Count} |");
    }

    private void Judge(ChildProcess run, CatalogueState state, int paid, IReadOnlyList<string> twice)
    {
        _verdict.Check("No picture is bought twice", twice.Count == 0, $"{paid} paid calls, {twice.Count} twice");
        _verdict.Check(
            "Each product is done or reported as possibly billed",
            state.Done.Count + state.Unknown.Count == products,
            $"{state.Done.Count} done, {state.Unknown.Count} possibly billed, of {products}");
        _verdict.Check(
            "Each product that is done has its whole picture",
            state.Done.IsSubsetOf(state.Pictures),
            $"{state.Pictures.Count} pictures, {state.Sidecars} sidecars, {state.EmptyFiles} names without a " +
            $"picture, {state.Parts} unfinished files");
        _verdict.Check(
            "Each other picture is of a product that is possibly billed",
            state.Pictures.Except(state.Done).All(state.Unknown.Contains),
            $"{state.Pictures.Count - state.Done.Count} pictures came before their record");
        _verdict.Check(
            "The run ends as its report says",
            run.Status == (state.Unknown.Count == 0 ? 0 : 1),
            $"status {run.Status}");
    }

    private void JudgeRepeated(ChildProcess run, CatalogueState first, CatalogueState last, Purchases purchases)
    {
        var wanted = first.Unknown.Except(first.Pictures).ToHashSet();
        var bought = purchases.Twice.Select(prompt => prompt[..prompt.IndexOf(':', StringComparison.Ordinal)]);
        _verdict.Check(
            "With --repeat-unknown only calls are repeated that left no picture",
            bought.All(wanted.Contains),
            $"{wanted.Count} had left none, of which the service had received {purchases.Twice.Count}");
        _verdict.Check(
            "Then all pictures are there",
            last.Pictures.Count == products && run.Status == 0,
            $"{last.Pictures.Count} of {products}, status {run.Status}");
    }
}
